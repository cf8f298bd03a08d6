// A page in one engine: actions of tests, and its complaints.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Context } from 'selenium-webdriver/firefox.js';

/** @import { Complaint } from './probe.d.ts' */

const usualViewport = [1280, 800];

/**
 * Preferences of readers, as media features.
 * @typedef {{ scheme: 'light' | 'dark', forcedColors: boolean, reducedMotion: boolean }} Preferences
 */

/** @type {Preferences} */
const noPreferences = { scheme: 'light', forcedColors: false, reducedMotion: false };

/** The page was left while a function ran in it. */
class Left extends Error {}

export class Page {
  #driver;
  #origin;
  /** Changes of a test that must be reset for the next one; undefined if nothing was set. */
  #viewport = /** @type {number[] | undefined} */ (undefined);
  #preferences = noPreferences;

  /**
   * @param {import('./drivers.mjs').Engine} engine
   * @param {import('selenium-webdriver').WebDriver} driver
   * @param {string} origin  of the test server
   */
  constructor(engine, driver, origin) {
    this.engine = engine;
    this.#driver = driver;
    this.#origin = origin;
  }

  /** The WebDriver session, for actions that this class does not cover. */
  get driver() {
    return this.#driver;
  }

  /** Resets the page to the start of each test: blank, light, 1280 by 800. */
  async reset() {
    await this.open('about:blank');
    if (String(this.#viewport) !== String(usualViewport)) await this.resize(usualViewport[0], usualViewport[1]);
    if (this.#preferences !== noPreferences) await this.prefer();
  }

  /** Opens a path of the test server, or a whole URL. @param {string} path */
  async open(path) {
    await this.#driver.get(new URL(path, this.#origin).href);
  }

  /**
   * Runs a function in the page and returns its result or resolved value, as JSON. The function sees its arguments and
   * the page, but no variables of the test.
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R | Promise<R>} fn
   * @param {A} args
   * @returns {Promise<R>}
   * @throws {Error} with the page's own message if the function throws or rejects
   */
  async run(fn, ...args) {
    const answer = /** @type {{ value?: R, error?: string } | null} */ (
      await this.#driver.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         const args = Array.prototype.slice.call(arguments, 0, -1);
         new Promise((resolve) => resolve((${fn}).apply(null, args)))
           .then((value) => done({ value }), (error) => done({ error: error && error.stack ? error + '\\n' + error.stack : String(error) }));`,
        ...args,
      )
    );
    if (!answer) throw new Left(`${this.engine} left the page meanwhile`);
    if (answer.error !== undefined) throw new Error(`in ${this.engine}: ${answer.error}`);
    return /** @type {R} */ (answer.value);
  }

  /**
   * Waits until a function in the page returns a truthy value, and returns it.
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R | Promise<R>} fn
   * @param {A} args
   * @returns {Promise<R>}
   * @throws {Error} after twenty seconds, which a busy machine may need
   */
  async until(fn, ...args) {
    const end = Date.now() + 100_000;
    for (;;) {
      const value = await this.run(fn, ...args).catch((error) => {
        // Chromium may report it as a timeout.
        if (!(error instanceof Left) && error.name !== 'ScriptTimeoutError') throw error;
      });
      if (value) return value;
      if (Date.now() > end) throw new Error(`in ${this.engine}, never became true: ${fn}; the page said ${JSON.stringify(await this.complaints().catch(() => []))}`);
      await sleep(20);
    }
  }

  /** Sets the size of the viewport in CSS pixels. @param {number} width @param {number} height */
  async resize(width, height) {
    this.#viewport = [width, height];
    if (this.engine === 'chromium') {
      await this.#devTools('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    } else if (this.engine === 'firefox') {
      const context = await this.#driver.getWindowHandle();
      await bidi(this.#driver, 'browsingContext.setViewport', { context, viewport: { width, height } });
    } else {
      await this.#resizeWindow(width, height);
    }
    const size = await this.until((w, h) => (innerWidth === w && innerHeight === h ? [w, h] : null), width, height).catch(() =>
      this.run(() => [innerWidth, innerHeight]),
    );
    assert.deepEqual(size, [width, height], `${this.engine} could not be given this viewport`);
  }

  /** The window is larger than the viewport by its borders and bars. @param {number} width @param {number} height */
  async #resizeWindow(width, height) {
    const browserWindow = this.#driver.manage().window();
    const rect = await browserWindow.getRect();
    const [innerWidth, innerHeight] = await this.run(() => [window.innerWidth, window.innerHeight]);
    await browserWindow.setRect({ x: 0, y: 0, width: width + rect.width - innerWidth, height: height + rect.height - innerHeight });
  }

  /** Sets `prefers-color-scheme`. @param {'light' | 'dark'} scheme */
  async preferColorScheme(scheme) {
    await this.prefer({ scheme });
  }

  /**
   * Sets `prefers-color-scheme`, `forced-colors` and `prefers-reduced-motion`.
   * @param {Partial<Preferences>} [wanted]  missing ones have their defaults
   */
  async prefer(wanted = {}) {
    const preferences = { ...noPreferences, ...wanted };
    const { scheme, forcedColors, reducedMotion } = preferences;
    const media = {
      'prefers-color-scheme': scheme,
      'forced-colors': forcedColors ? 'active' : 'none',
      'prefers-reduced-motion': reducedMotion ? 'reduce' : 'no-preference',
    };
    if (this.engine === 'chromium') {
      await this.#devTools('Emulation.setEmulatedMedia', { features: Object.entries(media).map(([name, value]) => ({ name, value })) });
    } else if (this.engine === 'firefox') {
      await this.#setFirefoxPreferences({
        'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
        'browser.display.document_color_use': forcedColors ? 2 : 0,
        'ui.prefersReducedMotion': reducedMotion ? 1 : 0,
      });
    } else {
      throw new Error('WebKit has no way to set preferences; use the element\'s theme attribute');
    }
    this.#preferences = Object.keys(wanted).length > 0 ? preferences : noPreferences;
    // Forced colours have their own scheme.
    const queries = Object.entries(media).slice(forcedColors ? 1 : 0).map(([name, value]) => `(${name}: ${value})`);
    await this.until((queries) => queries.every((query) => matchMedia(query).matches), queries);
  }

  /** @param {Record<string, number>} preferences */
  async #setFirefoxPreferences(preferences) {
    const driver = /** @type {import('selenium-webdriver/firefox.js').Driver} */ (this.#driver);
    await driver.setContext(Context.CHROME);
    await driver.executeScript('for (const [name, value] of Object.entries(arguments[0])) Services.prefs.setIntPref(name, value)', preferences);
    await driver.setContext(Context.CONTENT);
  }

  /** A picture of the viewport. @returns {Promise<Buffer>} PNG */
  async screenshot() {
    return Buffer.from(await this.#driver.takeScreenshot(), 'base64');
  }

  /** The page's complaints since it was opened, in order. @returns {Promise<Complaint[]>} */
  async complaints() {
    // An unhandled rejection is reported a task later.
    const seen = await this.run(() => new Promise((resolve) => setTimeout(() => resolve(window.__probe ?? null), 10)));
    assert.ok(seen, `${this.engine}: the probe did not run in this page`);
    return seen;
  }

  /**
   * Asserts that the page has no complaints except expected ones.
   * @param {{ except?: RegExp }} [options]  matched with "type: message"
   */
  async assertQuiet({ except } = {}) {
    const lines = (await this.complaints()).map(({ type, message }) => `${type}: ${message}`);
    assert.deepEqual(lines.filter((line) => !except?.test(line)), [], `${this.engine}: the page complained`);
  }

  /** @param {string} command @param {object} parameters */
  #devTools(command, parameters) {
    return /** @type {import('selenium-webdriver/chrome.js').Driver} */ (this.#driver).sendDevToolsCommand(command, parameters);
  }
}

/** Sends a WebDriver BiDi command. @param {import('selenium-webdriver').WebDriver} driver @param {string} method @param {object} params */
async function bidi(driver, method, params) {
  const connection = await /** @type {any} */ (driver).getBidi();
  const { error, message } = await connection.send({ method, params });
  if (error) throw new Error(`${method}: ${error}: ${message}`);
}

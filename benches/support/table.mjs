// Results as Markdown tables: a table for each case, a row for each impl.

/**
 * @typedef {object} Result
 * @property {string} bench
 * @property {string} case
 * @property {string} impl
 * @property {number} median
 * @property {number} min
 * @property {number} max
 * @property {string} unit
 */

/**
 * @param {Result[]} results  of one bench
 * @param {string} base  the impl whose ratio is 1
 */
export function tables(results, base) {
  const cases = [...new Set(results.map((result) => result.case))];
  return cases.map((name) => table(name, results.filter((result) => result.case === name), base)).join('\n\n');
}

/** @param {string} name @param {Result[]} rows @param {string} base */
function table(name, rows, base) {
  const one = rows.find(({ impl }) => impl === base)?.median;
  const lines = [...rows]
    .sort((a, b) => a.median - b.median)
    .map(({ impl, median, min, max, unit }) => {
      // Ratios of shares, counts and exponents are meaningless.
      const ratio = one && rows.length > 1 && !['', '%'].includes(unit) ? (median / one).toFixed(2) : '';
      const range = min === max ? '' : `${digits(min)} to ${digits(max)}`;
      return `| ${impl} | ${`${digits(median)} ${unit}`.trim()} | ${range} | ${ratio} |`;
    });
  return [`| ${name} | median | min to max | ratio |`, '|---|--:|--:|--:|', ...lines].join('\n');
}

/** Three significant digits; whole numbers from 100 up. @param {number} value */
export const digits = (value) => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3))));

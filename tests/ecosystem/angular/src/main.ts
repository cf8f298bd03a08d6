import { CUSTOM_ELEMENTS_SCHEMA, Component, ElementRef, afterNextRender, inject, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { start } from './app.js';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <article-widget id="component" [article]="article" heading-level="3" (load)="loaded.set($any($event).detail.headline)"><p>Fallback</p></article-widget>
    <output>{{ loaded() }}</output>
  `,
})
class App {
  article = { lang: 'en', headline: 'Component', body: 'Text' };
  loaded = signal('');

  constructor() {
    const { nativeElement } = inject(ElementRef);
    afterNextRender(() => void start(nativeElement));
  }
}

bootstrapApplication(App);

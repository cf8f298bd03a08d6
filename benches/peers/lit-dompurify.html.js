import DOMPurify from 'dompurify';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { shower } from './lit/article.js';

export const show = shower(({ body }) => html`<div part="body">${unsafeHTML(DOMPurify.sanitize(body.html))}</div>`);

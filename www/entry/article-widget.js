// The file for a script tag of type module: it registers the element and exports all the rest.
import '../loading/early-core.js';
import './define.js';

export * from './index.js';

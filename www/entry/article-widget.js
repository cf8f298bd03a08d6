// The file for a script tag of type module: registers the element and exports everything.
import '../loading/early-core.js';
import './define.js';

export * from './index.js';

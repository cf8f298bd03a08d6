// For runtimes with files: `main.js DOCUMENTS OUTPUT`.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { renderAll } from './render.js';

const [documents, output] = process.argv.slice(2);
writeFileSync(output, JSON.stringify(renderAll(JSON.parse(readFileSync(documents, 'utf8')))));

// Fails when the plugin's browser file has grown beyond what a console should have to load.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 150;
const file = new URL('../dist/ui/autotask-contacts.js', import.meta.url);
const kilobytes = gzipSync(readFileSync(file), { level: 9 }).length / 1024;
console.log(`The plugin's browser file: ${kilobytes.toFixed(1)} KB gzip, limit ${LIMIT_KB} KB`);
if (kilobytes > LIMIT_KB) process.exitCode = 1;

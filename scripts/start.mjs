// Starts the stand-in console, and builds it before when the build is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCES = ['core', 'adapters', 'plugin-ui', 'host-shim', 'migrations', 'package.json'];
const RESULTS = ['dist/host-shim/main.js', 'dist/ui/autotask-contacts.js', 'dist/shell/index.html'];

/** The time of the newest file at or below a path. */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function oldestResult() {
  const times = RESULTS.map((name) => statSync(join(root, name), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.min(...times);
}

if (oldestResult() < Math.max(...SOURCES.map((name) => newest(join(root, name))))) {
  console.log('Building (this takes some seconds the first time) …');
  const build = spawnSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (build.status !== 0) process.exit(build.status ?? 1);
}

await import('../dist/host-shim/main.js');

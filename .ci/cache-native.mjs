// Keeps the sqlite3 addon that was built from source in npm's cache, where its installer looks before it builds.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const directory = path.dirname(createRequire(import.meta.url).resolve('sqlite3/package.json'));
process.chdir(directory); // napi-build-utils reads ./package.json when it is loaded
const fromSqlite = createRequire(path.join(directory, 'package.json'));
const installer = fromSqlite('prebuild-install/util');
const cached = installer.cachedPrebuild(
  installer.getDownloadUrl({
    pkg: fromSqlite('./package.json'),
    abi: fromSqlite('napi-build-utils').getBestNapiBuildVersion(),
    runtime: 'napi',
    platform: process.platform,
    arch: process.arch,
    libc: '',
    'tag-prefix': 'v',
  }),
);
const addon = 'build/Release/node_sqlite3.node';
if (!existsSync(cached) && existsSync(addon)) {
  mkdirSync(path.dirname(cached), { recursive: true });
  const unfinished = `${cached}.${process.pid}.tmp`;
  execFileSync('tar', ['czf', unfinished, '-C', directory, addon]);
  renameSync(unfinished, cached);
}
console.log(existsSync(cached) ? 'The native addon is cached.' : 'There is no native addon to cache.');

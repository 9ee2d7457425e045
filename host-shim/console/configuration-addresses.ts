import path from 'node:path';
import { type Environment, readText } from './configuration-values.ts';
import { StartRefused } from './start-refused.ts';

export type DatabaseAddress =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string };

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export function readDatabase(environment: Environment, dataDirectory: string): DatabaseAddress {
  const url = readText(environment, 'DATABASE_URL', {
    default: `sqlite:${path.join(dataDirectory, 'console.sqlite')}`,
    maximum: 4096,
  });
  if (/^sqlite:./.test(url)) return { engine: 'sqlite', file: url.slice('sqlite:'.length) };
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return { engine: 'postgres', url };
  throw new StartRefused('DATABASE_URL must be sqlite:<path of the file> or postgres://user:password@host/database.');
}

export function readAutotaskUrl(environment: Environment): string | null {
  const text = readText(environment, 'AUTOTASK_URL', { default: '', maximum: 2048 });
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !isAllowed(url)) {
    throw new StartRefused(
      'AUTOTASK_URL must be an https address without user, query or fragment, such as ' +
        'https://webservices.autotask.net/ATServicesRest/ (plain http only for this machine).',
    );
  }
  return url.pathname.endsWith('/') ? url.href : `${url.href}/`;
}

export function readMbsUrl(environment: Environment): string {
  const text = readText(environment, 'MBS_API_URL', { default: '', maximum: 2048 });
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && isAllowed(url) && url.pathname === '/') return url.origin;
  throw new StartRefused(
    'MBS_API_URL must be an https address without a path, such as https://api.mspbackups.com ' +
      '(plain http only for this machine).',
  );
}

function isAllowed(url: URL): boolean {
  const isBare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const isPrivate = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return isBare && isPrivate;
}

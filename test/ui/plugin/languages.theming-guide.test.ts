/// <reference types="vite/client" />
import { describe, expect, it } from 'vitest';
import guide from '../../../docs/theming.md?raw';

const SOURCES = Object.values(
  import.meta.glob<string>('../../../plugin-ui/**/*.ts', { query: '?raw', import: 'default', eager: true }),
).join('\n');

/** What a pattern finds in the sources, without doubles. */
function found(pattern: RegExp): Set<string> {
  return new Set([...SOURCES.matchAll(pattern)].map(([, name = '']) => name));
}

/** The first column of the guide's tables, where it is written like this. */
function listed(pattern: RegExp): Set<string> {
  return new Set([...guide.matchAll(pattern)].map(([, name = '']) => name));
}

describe('the guide to theming', () => {
  it('lists every token that the sources use, as the element’s own list does', () => {
    const used = found(/var\((--autotask-[a-z-]+)/g);
    expect(used.size).toBe(12);
    expect(listed(/^\| `(--autotask-[a-z-]+)` +\|/gm)).toEqual(used);
    expect(found(/@cssprop (--autotask-[a-z-]+) /g)).toEqual(used);
  });

  it('lists every part', () => {
    const parts = found(/\spart="([a-z]+)"/g);
    expect(parts).toEqual(found(/@csspart ([a-z]+) /g));
    expect(listed(/^\| `([a-z]+)` +\|/gm)).toEqual(parts);
  });
});

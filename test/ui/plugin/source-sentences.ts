/// <reference types="vite/client" />
const SOURCES = import.meta.glob<string>('../../../plugin-ui/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const TEXTS = Object.entries(SOURCES).filter(([path]) => path.includes('/text/'));

/** Sources of the page that make sentences elsewhere than among the texts. */
export const strayTexts: readonly string[] = Object.entries(SOURCES)
  .filter(([path, source]) => !path.includes('/text/') && /\bmsg\(|\bstr`/.test(source))
  .map(([path]) => path);

/** Calls of msg() whose sentence can't be read off the source. */
export const unreadable: readonly string[] = TEXTS.flatMap(([path, source]) =>
  [...source.matchAll(/\bmsg\(\s*(?!\s|'|str`).{0,40}/g)].map(([call]) => `${path}: ${call}`),
);

/** Every sentence that the page can say, as dictionaries have it. */
export const sourceSentences: readonly string[] = [
  ...new Set(TEXTS.flatMap(([, source]) => [...source.matchAll(/\bmsg\(\s*'([^'\\]*)'|\bstr`([^`\\]*)`/g)].map(read))),
];

function read([, plain, template = '']: RegExpExecArray): string {
  if (plain !== undefined) return plain;
  let count = 0;
  return template.replace(/\$\{[^{}]*\}/g, () => `{${count++}}`);
}

import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => decodeURIComponent(new URL(path, import.meta.url).pathname);

/** The package's list of files with side effects is about what it publishes, which the pages are not. */
const keepElements: Plugin = {
  name: 'keep-elements',
  transform: (code, id) => (id.startsWith(here('.')) ? { code, map: null, moduleSideEffects: true } : null),
};

export default defineConfig({
  plugins: [keepElements],
  root: here('.'),
  base: '/',
  resolve: {
    alias: {
      '@vaadin/vaadin-usage-statistics/vaadin-usage-statistics.js': here(
        '../../node_modules/@vaadin/vaadin-usage-statistics/vaadin-usage-statistics-optout.js',
      ),
    },
  },
  build: {
    outDir: here('../../dist/shell'),
    emptyOutDir: true,
    target: 'es2022',
    // A picture in the document itself would need a looser content security policy.
    assetsInlineLimit: 0,
  },
});

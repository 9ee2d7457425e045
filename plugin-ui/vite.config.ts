import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => decodeURIComponent(new URL(path, import.meta.url).pathname);

/** The package's list of files with side effects is about what it publishes, which the sources are not. */
const keepElements: Plugin = {
  name: 'keep-elements',
  transform: (code, id) => (id.startsWith(here('.')) ? { code, map: null, moduleSideEffects: true } : null),
};

/** One file with all that the page needs; loading it defines the elements. */
export default defineConfig({
  plugins: [keepElements],
  root: here('.'),
  resolve: {
    alias: {
      '@vaadin/vaadin-usage-statistics/vaadin-usage-statistics.js': here(
        '../node_modules/@vaadin/vaadin-usage-statistics/vaadin-usage-statistics-optout.js',
      ),
    },
  },
  build: {
    outDir: here('../dist/ui'),
    emptyOutDir: true,
    target: 'es2022',
    // A library is not minified by itself; this one is loaded by browsers as it is.
    rolldownOptions: { output: { minify: true } },
    lib: { entry: here('./index.ts'), formats: ['es'], fileName: () => 'autotask-contacts.js' },
  },
});

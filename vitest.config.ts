import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumPath } from './test/support/chromium.ts';
import { PlainSummary } from './test/support/plain-summary.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(async () => {
  const executablePath = await chromiumPath();
  return {
    test: {
      reporters: ['default', new PlainSummary()],
      projects: [
        {
          test: {
            name: 'node',
            environment: 'node',
            include: ['test/{core,property,adapters,http,migrations,host-shim,sim}/**/*.test.ts'],
            globalSetup: ['test/support/postgres-server.ts'],
            // Room for a busy machine: a test that hangs still ends, and none is judged by its time.
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
        {
          resolve: {
            alias: {
              '@web/test-runner-commands': here('./test/ui/web-test-runner-commands.stub.ts'),
              '@vaadin/vaadin-usage-statistics/vaadin-usage-statistics.js': here(
                './node_modules/@vaadin/vaadin-usage-statistics/vaadin-usage-statistics-optout.js',
              ),
            },
          },
          // Listed, or the first test to import one of them makes vite optimise again and reload the page mid-run.
          optimizeDeps: {
            include: [
              '@open-wc/testing',
              'lit',
              'lit/decorators.js',
              'lit/directives/ref.js',
              'lit/directives/if-defined.js',
              'lit/directives/live.js',
              'lit/directives/repeat.js',
              '@lit/localize',
              '@lit/localize/internal/id-generation.js',
              '@vaadin/grid/vaadin-grid.js',
              '@vaadin/grid/vaadin-grid-column.js',
              '@vaadin/grid/lit.js',
              '@vaadin/combo-box/vaadin-combo-box.js',
              '@vaadin/combo-box/lit.js',
              '@vaadin/progress-bar/vaadin-progress-bar.js',
              '@vaadin/text-field/vaadin-text-field.js',
              '@vaadin/password-field/vaadin-password-field.js',
              '@vaadin/button/vaadin-button.js',
              '@vaadin/checkbox/vaadin-checkbox.js',
            ],
          },
          test: {
            name: 'ui',
            include: ['test/ui/**/*.test.ts'],
            setupFiles: ['test/ui/setup.ts'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  ...(executablePath ? { executablePath } : {}),
                  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
                },
              }),
              instances: [{ browser: 'chromium' as const }],
            },
          },
        },
        {
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['test/e2e/**/*.test.ts'],
            testTimeout: 60_000,
            hookTimeout: 60_000,
            fileParallelism: false,
          },
        },
      ],
    },
  };
});

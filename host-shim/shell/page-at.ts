import { html, type TemplateResult } from 'lit';
import type { ConsoleApi } from './api/console-api.ts';
import type { Session } from './api/console-records.ts';
import { text } from './text.ts';

export interface Page {
  readonly title: string;
  load(): Promise<unknown>;
  render(api: ConsoleApi, managedBackup: Session['managedBackup']): TemplateResult;
}

const HOME: Page = {
  title: text.home.title,
  load: () => import('./pages/console-home-page.ts'),
  render: () => html`<console-home-page></console-home-page>`,
};

/** What there is to say about the log-in where no other one can be entered. */
const LOG_INS: Readonly<Partial<Record<Session['managedBackup'], string>>> = {
  practice: 'practice',
  connected_by_environment: 'fixed',
};

const PAGES: Readonly<Record<string, Page>> = {
  '/users': {
    title: text.users.title,
    load: () => import('./users/console-users-page.ts'),
    render: (api) => html`<console-users-page .api=${api}></console-users-page>`,
  },
  '/companies': {
    title: text.companies.title,
    load: () => import('./companies/console-companies-page.ts'),
    render: (api) => html`<console-companies-page .api=${api}></console-companies-page>`,
  },
  '/storage-accounts': {
    title: text.storage.title,
    load: () => import('./storage/console-storage-page.ts'),
    render: (api) => html`<console-storage-page .api=${api}></console-storage-page>`,
  },
  '/packages': {
    title: text.packages.title,
    load: () => import('./packages/console-packages-page.ts'),
    render: (api) => html`<console-packages-page .api=${api}></console-packages-page>`,
  },
  '/settings/managed-backup': {
    title: text.connect.title,
    load: () => import('./managed-backup/console-connect-page.ts'),
    render: (api, managedBackup) => html`<console-connect-page
      log-in=${LOG_INS[managedBackup] ?? 'kept'}
      .api=${api}
    ></console-connect-page>`,
  },
  '/settings/autotask': {
    title: text.autotask.title,
    load: () => import('./pages/console-autotask-page.ts'),
    render: (api) => html`<console-autotask-page .api=${api}></console-autotask-page>`,
  },
};

/** Shown in place of every page, until live Managed Backup can be read. */
export const CONNECT: Page = {
  title: text.connect.title,
  load: () => import('./managed-backup/console-connect-page.ts'),
  render: (api) => html`<console-connect-page .api=${api}></console-connect-page>`,
};

/** The page of an address; the server answers only addresses that have one. */
export function pageAt(path: string): Page {
  return PAGES[path] ?? HOME;
}

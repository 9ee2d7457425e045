import { tooShort } from '../../../core/use-cases/refresh-findings.ts';
import type { AutotaskContacts } from '../../../plugin-ui/panel/autotask-contacts.ts';
import { allDeep, deep } from './deep.ts';
import { eventually } from './eventually.ts';
import { type FakePluginApi, NOT_CONFIGURED, sampleProblem, sampleRun } from './fake-plugin-api.ts';
import { stocked } from './panel/open-page.ts';

/** A state of the page, and how to get there in whatever language it speaks. */
export interface PageState {
  readonly name: string;
  readonly prepare: (api: FakePluginApi) => void;
  readonly reach: (page: AutotaskContacts, api: FakePluginApi) => Promise<void>;
}

const REASON = {
  code: 'console_refused',
  text: 'Managed Backup refused the user. It said: “The login is reserved.”',
  remedy: 'Mend what the message names, then import the contact again.',
} as const;

const ENDED = {
  id: 'import-1',
  total: 20,
  done: 20,
  created: 12,
  updated: 3,
  unchanged: 2,
  failed: 2,
  notAttempted: 1,
  finishedAt: '2026-11-24T08:12:00.000Z',
};

const nothing = () => undefined;
const part = (page: Element, selector: string) => page.shadowRoot!.querySelector(selector);

async function rows(page: Element): Promise<void> {
  await eventually(() => part(page, 'atc-contact-table') !== null && part(page, '.awaited') === null);
  await eventually(() => allDeep(page.shadowRoot!, 'vaadin-combo-box').length > 4, 'drop-downs in the rows');
}

async function selectAll(page: Element): Promise<void> {
  await rows(page);
  deep(deep(page, 'atc-contact-table'), '.tick').click();
  await eventually(() => deep(page, '#import').ariaDisabled === 'false');
}

async function openDialog(page: Element): Promise<void> {
  await selectAll(page);
  deep(page, '#import').click();
  const dialog = deep<HTMLDialogElement>(deep(page, 'atc-import-dialog'), 'dialog');
  await eventually(() => dialog.open);
  for (const summary of dialog.querySelectorAll('summary')) summary.click();
}

const NOT_CONNECTED: PageState = {
  name: 'not connected, the guide open and nothing entered',
  prepare: (api) => {
    api.connectionView = NOT_CONFIGURED;
    api.items = [];
    api.runList = [];
  },
  reach: async (page) => {
    await eventually(() => part(page, 'atc-empty-state') !== null);
    deep(page, 'summary').click();
    deep<HTMLFormElement>(page, 'form').requestSubmit();
    await eventually(() => allDeep(page.shadowRoot!, '.error').length === 2);
  },
};

const HELD: PageState = {
  name: 'a refresh held back',
  prepare: (api) => {
    const problem = tooShort(4000, 12, undefined);
    api.runList = [sampleRun({ id: 'refresh-0', kind: 'refresh', state: 'held', total: 12, done: 12, problem })];
  },
  reach: async (page) => {
    await rows(page);
    await eventually(() => part(page, 'atc-held-run') !== null);
  },
};

const DIALOG: PageState = {
  name: 'the import’s dialog, with names',
  prepare: (api) => {
    api.previewChange = { update: 3, unchanged: 2, blocked: [{ code: REASON.code, count: 2, reason: REASON }] };
  },
  reach: openDialog,
};

const RESULT: PageState = {
  name: 'the result of an import',
  prepare: nothing,
  reach: async (page, api) => {
    await openDialog(page);
    deep(deep(page, 'atc-import-dialog'), '#confirm').click();
    await eventually(() => api.listeners.has('import-1'));
    api.report(ENDED);
    await eventually(() => part(page, 'atc-run-result') !== null);
  },
};

const HISTORY: PageState = {
  name: 'the history, with the contacts of a run',
  prepare: (api) => {
    api.runList = [sampleRun({ ...ENDED, state: 'failed' }), ...api.runList];
    api.runItemList = api.items.slice(0, 4).map((contact, index) => ({
      contactId: contact.id,
      contact,
      outcome: index === 0 ? ('failed' as const) : ('created' as const),
      reason: index === 0 ? REASON : null,
    }));
  },
  reach: async (page) => {
    await rows(page);
    const history = deep(page, 'atc-run-history');
    deep(history, 'summary').click();
    await eventually(() => part(page, 'atc-run-entry') !== null);
    deep(deep(page, 'atc-run-entry'), '.toggle').click();
    await eventually(() => allDeep(page.shadowRoot!, 'atc-run-items .contact, .contact').length === 4);
  },
};

const DETAILS: PageState = {
  name: 'the details of a row',
  prepare: nothing,
  reach: async (page) => {
    await rows(page);
    deep(page, '[data-details]').click();
    await eventually(() => allDeep(page.shadowRoot!, '.details ol').length > 0);
  },
};

const ASSIGNED: PageState = {
  name: 'the bar that assigns, after it has',
  prepare: nothing,
  reach: async (page, api) => {
    await selectAll(page);
    const box = deep<HTMLInputElement>(deep(page, 'atc-assign-bar'), 'vaadin-combo-box input');
    const comboBox = box.closest('vaadin-combo-box')!;
    comboBox.value = 'd1';
    comboBox.dispatchEvent(new CustomEvent('change'));
    await eventually(() => deep(page, '#assign').ariaDisabled === 'false');
    deep(page, '#assign').click();
    await eventually(() => api.sentTo('assign').length === 1 && !deep(page, '#assign').classList.contains('busy'));
  },
};

const NONE_MATCH: PageState = {
  name: 'a filter that nothing matches',
  prepare: nothing,
  reach: async (page) => {
    await rows(page);
    const search = deep<HTMLInputElement>(page, '#search');
    search.value = 'zzz';
    search.dispatchEvent(new InputEvent('input'));
    await eventually(() => part(page, 'atc-empty-state') !== null);
  },
};

const FAILED: PageState = {
  name: 'a list that could not be loaded',
  prepare: (api) => {
    api.failing.set('contacts', sampleProblem({ code: 'network', status: 0, id: null }));
  },
  reach: (page) => eventually(() => part(page, 'atc-empty-state') !== null),
};

export const PAGE_STATES: readonly PageState[] = [
  NOT_CONNECTED,
  { name: 'connected', prepare: nothing, reach: rows },
  HELD,
  DIALOG,
  RESULT,
  HISTORY,
  DETAILS,
  ASSIGNED,
  NONE_MATCH,
  FAILED,
];

export function apiFor({ prepare }: PageState): FakePluginApi {
  const api = stocked();
  prepare(api);
  return api;
}

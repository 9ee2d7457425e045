import { describe, expect, it } from 'vitest';
import { allDeep, button, deep, focused, textOf } from '../deep.ts';
import { eventually } from '../eventually.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { type FakePluginApi, sampleProblem, sampleRun } from '../fake-plugin-api.ts';
import { openPage, rowsOnScreen, status, stocked, ticks } from './open-page.ts';

const HELD = sampleRun({
  id: 'import-7',
  state: 'held',
  total: 60,
  problem: { code: 'import_held', text: 'The import would change 60 users.', remedy: 'Release it if that is meant.' },
});
const UNDER_WAY = sampleRun({ id: 'import-9', state: 'running', total: 8, done: 2 });
const PARTLY_FAILED = sampleRun({ id: 'import-9', total: 8, done: 8, created: 6, failed: 2 });

const notice = (page: Element) => page.shadowRoot!.querySelector('atc-held-run');
const result = (page: Element) => page.shadowRoot!.querySelector('atc-run-result');
const cancelButton = (page: Element) => button(deep(page, 'atc-run-progress'), 'Cancel');
const resultText = (page: Element) => textOf(result(page)!.shadowRoot!.querySelector('section')!);

async function open(...runs: FakePluginApi['runList']) {
  const api = stocked();
  api.runList = [...runs, ...api.runList];
  const page = await openPage(api);
  await rowsOnScreen(page);
  return { api, page };
}

/** Lets the run end, as the server would tell of it from then on. */
function end(api: FakePluginApi, run: ReturnType<typeof sampleRun>): void {
  api.runList = api.runList.map((one) => (one.id === run.id ? run : one));
  api.report(run);
}

/** A page with the result of an import that has failed for two contacts. */
async function openResult() {
  const { api, page } = await open(UNDER_WAY);
  api.runItemList = api.items
    .slice(0, 2)
    .map(({ id }) => ({ contactId: id, contact: null, outcome: 'failed', reason: null }));
  end(api, PARTLY_FAILED);
  await eventually(() => result(page) !== null);
  return { api, page };
}

describe('autotask-contacts: a held import', () => {
  it('is found again after a reload, with its reason, and keeps nobody from importing', async () => {
    const { page } = await open(HELD);
    expect(textOf(deep(notice(page)!, '#why'))).toContain('The import would change 60 users.');
    ticks(page)[0]!.click();
    await eventually(() => button(page, 'Import Contacts').getAttribute('aria-disabled') === 'false');
    await expectAccessible(page);
  });

  it('goes on when it is released: followed to its result', async () => {
    const { api, page } = await open(HELD);
    button(page, 'Release the import').focus();
    button(page, 'Release the import').click();
    button(page, 'Release the import').click();
    await eventually(() => status(page) === 'Released. The import goes on.');
    expect(api.sentTo('releaseRun')).toEqual(['import-7']);
    await eventually(() => notice(page) === null);
    await eventually(() => focused() === button(page, 'Import Contacts'));
    end(api, sampleRun({ id: 'import-7', total: 60, done: 60, updated: 60 }));
    await eventually(() => textOf(focused()!) === 'Import finished');
  });

  it('ends when it is dropped, and says that nothing was attempted', async () => {
    const { api, page } = await open(HELD);
    button(page, 'Drop the import').click();
    await eventually(() => api.listeners.has('import-7'));
    expect(api.sentTo('cancelRun')).toEqual(['import-7']);
    end(api, sampleRun({ id: 'import-7', state: 'cancelled', total: 60, notAttempted: 60 }));
    await eventually(() => result(page) !== null);
    expect(resultText(page)).toContain('60 contacts were not attempted');
    expect(notice(page)).toBe(null);
  });

  it('stays, with the focus where it was, when the decision does not get through', async () => {
    const { api, page } = await open(HELD);
    api.failing.set('cancelRun', sampleProblem({ status: 0, code: 'network' }));
    button(page, 'Drop the import').focus();
    button(page, 'Drop the import').click();
    await eventually(() => status(page).startsWith('The console could not be reached.'));
    expect(textOf(deep(notice(page)!, 'atc-notice'))).toContain('The import is still held back.');
    expect(focused()).toBe(button(page, 'Drop the import'));
    await expectAccessible(page);
  });

  it('gives way to what somebody else has decided, and to the next one that is held', async () => {
    const { api, page } = await open(HELD);
    api.failing.set('releaseRun', sampleProblem({ status: 409, code: 'run_not_held' }));
    api.runList = [{ ...HELD, id: 'import-6', problem: { ...HELD.problem!, text: 'It would change 70 users.' } }];
    button(page, 'Release the import').click();
    await eventually(() => textOf(deep(notice(page)!, '#why')).includes('70 users'));
    expect(textOf(deep(notice(page)!, 'atc-notice'))).not.toContain('still held back');
    button(page, 'Drop the import').click();
    await eventually(() => notice(page) === null);
  });

  it('is decided about while another import is under way, and followed after that', async () => {
    const { api, page } = await open(UNDER_WAY, HELD);
    button(page, 'Release the import').click();
    await eventually(() => notice(page) === null);
    expect([...api.listeners.keys()]).toEqual(['import-9']);
    end(api, sampleRun({ id: 'import-9', total: 8, done: 8, created: 8 }));
    await eventually(() => api.listeners.has('import-7'));
  });
});

describe('autotask-contacts: retrying', () => {
  it('imports the failed contacts once more and follows that to its own result', async () => {
    const { api, page } = await openResult();
    button(page, 'Retry failed').focus();
    button(page, 'Retry failed').click();
    button(page, 'Retry failed').click();
    await eventually(() => api.listeners.has('import-2'));
    expect(api.sentTo('retryFailed')).toEqual(['import-9']);
    await eventually(() => result(page) === null);
    await eventually(() => focused() === button(page, 'Import Contacts'));
    api.report({ id: 'import-2', state: 'running', total: 2 });
    await eventually(() => status(page) === 'The import has started.');
    api.report({ id: 'import-2', total: 2, done: 2, created: 2 });
    await eventually(() => textOf(focused()!) === 'Import finished');
    expect(resultText(page)).toContain('2 contacts in all');
    expect(allDeep(result(page)!.shadowRoot!, 'button').map(textOf)).toEqual(['Close']);
  });

  it('lets go of the failed contacts that it has brought over', async () => {
    const { api, page } = await open();
    for (const tick of ticks(page).slice(0, 3)) tick.click();
    await eventually(() => textOf(deep(page, '#count')) === '3 selected');
    button(page, 'Import Contacts').click();
    await eventually(() => deep<HTMLDialogElement>(deep(page, 'atc-import-dialog'), 'dialog').open);
    api.runItemList = [{ contactId: api.items[0]!.id, contact: null, outcome: 'failed', reason: null }];
    button(page, 'Import 3 contacts').click();
    await eventually(() => api.listeners.has('import-1'));
    api.report({ id: 'import-1', total: 3, done: 3, created: 2, failed: 1 });
    await eventually(() => textOf(deep(page, '#count')) === '1 selected');
    button(page, 'Retry failed').click();
    await eventually(() => api.listeners.has('import-2'));
    api.report({ id: 'import-2', total: 1, done: 1, created: 1 });
    await eventually(() => textOf(deep(page, '#count')) === 'None selected');
  });

  it('says beside the result why it could not be started, and keeps the focus', async () => {
    const { api, page } = await openResult();
    api.failing.set('retryFailed', sampleProblem({ detail: 'Managed Backup could not be reached.' }));
    button(page, 'Retry failed').focus();
    button(page, 'Retry failed').click();
    await eventually(() => status(page).startsWith('Managed Backup could not be reached.'));
    expect(resultText(page)).toContain('The failed contacts were not retried. Managed Backup could not be reached.');
    expect(focused()).toBe(button(page, 'Retry failed'));
    await expectAccessible(page);
  });
});

describe('autotask-contacts: cancelling', () => {
  it('asks once, says so, and shows how many were not attempted', async () => {
    const { api, page } = await open(UNDER_WAY);
    cancelButton(page).focus();
    cancelButton(page).click();
    cancelButton(page).click();
    await eventually(() => status(page).startsWith('The import is being cancelled'));
    expect(api.sentTo('cancelRun')).toEqual(['import-9']);
    await eventually(() => textOf(deep(deep(page, 'atc-run-progress'), '.line')).includes('Stopping'));
    expect(focused()).toBe(cancelButton(page));
    await expectAccessible(page);
    end(api, sampleRun({ id: 'import-9', state: 'cancelled', total: 8, done: 3, created: 3, notAttempted: 5 }));
    await eventually(() => textOf(focused()!) === 'The import was cancelled');
    expect(resultText(page)).toContain('5 contacts were not attempted; nothing was done for them.');
  });

  it('says why it could not be cancelled, and can be asked again', async () => {
    const { api, page } = await open(UNDER_WAY);
    api.failing.set('cancelRun', sampleProblem({ status: 0, code: 'network' }));
    cancelButton(page).click();
    await eventually(() => status(page).startsWith('The console could not be reached.'));
    const notices = () => allDeep(page.shadowRoot!, '.contacts > atc-notice').map(textOf);
    expect(notices()).toEqual([
      'The import could not be cancelled; it goes on. The console could not be reached. ' +
        'Check your network connection, then try again.',
    ]);
    api.failing.clear();
    cancelButton(page).click();
    await eventually(() => api.sentTo('cancelRun').length === 2 && notices().length === 0);
  });
});

describe('autotask-contacts: an import that makes way for others', () => {
  it('looks as before while it waits, and is announced as one', async () => {
    const { api, page } = await open(UNDER_WAY);
    const shown = () => deep(page, '[role=progressbar]').getAttribute('aria-valuetext');
    api.report({ ...UNDER_WAY, done: 4 });
    await eventually(() => status(page) === '4 of 8 contacts done');
    api.report({ ...UNDER_WAY, state: 'queued', done: 4 });
    await page.updateComplete;
    expect(shown()).toBe('4 of 8 contacts done');
    api.report({ ...UNDER_WAY, done: 5 });
    await eventually(() => shown() === '5 of 8 contacts done');
    expect(status(page)).toBe('4 of 8 contacts done');
    expect(button(page, 'Import Contacts').getAttribute('aria-disabled')).toBe('true');
  });
});

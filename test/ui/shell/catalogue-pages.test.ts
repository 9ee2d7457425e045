import { fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../../host-shim/shell/styles/tokens.css';
import '../../../host-shim/shell/companies/console-companies-page.ts';
import '../../../host-shim/shell/packages/console-packages-page.ts';
import '../../../host-shim/shell/storage/console-storage-page.ts';
import { AWAY, MemoryConsoleApi } from './memory-console-api.ts';
import { button, dialogs, expectAccessible, field, findAll, textOf, type, untilShown } from './on-screen.ts';

let api: MemoryConsoleApi;
beforeEach(() => {
  api = new MemoryConsoleApi();
});

const PAGES = {
  companies: () => fixture(html`<console-companies-page .api=${api}></console-companies-page>`),
  storage: () => fixture(html`<console-storage-page .api=${api}></console-storage-page>`),
  packages: () => fixture(html`<console-packages-page .api=${api}></console-packages-page>`),
};

describe.each([
  ['companies', PAGES.companies, 'No companies yet'],
  ['storage', PAGES.storage, 'No storage accounts yet'],
  ['packages', PAGES.packages, 'No packages yet'],
] as const)('the page of %s', (_name, open, empty) => {
  it('is accessible while it waits, when it is empty and when the console is away', async () => {
    let letGo = (): void => undefined;
    api.gate = new Promise((resolve) => (letGo = resolve));
    const page = await open();
    await untilShown(page, 'Loading');
    await expectAccessible(page);
    letGo();
    await untilShown(page, empty);
    await expectAccessible(page);

    api.problem = AWAY;
    const away = await open();
    await untilShown(away, 'The console does not answer.');
    expect(textOf(away)).not.toContain(empty);
    await expectAccessible(away);
    api.problem = null;
    button(away, 'Try again').click();
    await untilShown(away, empty);
  });
});

describe('what stands side by side', () => {
  it('begins at the same height', async () => {
    api.accountList = ['One', 'Two'].map((name) => ({ id: name, name, type: 'AmazonS3', destinations: [] }));
    const page = await fixture(
      html`<div style="inline-size: 900px"><console-storage-page .api=${api}></console-storage-page></div>`,
    );
    await untilShown(page, 'Two');
    const [one, two] = findAll(page, 'li.card').map((card) => card.getBoundingClientRect());
    expect(two!.left).toBeGreaterThan(one!.right);
    expect(two!.top).toBe(one!.top);
  });
});

describe('a name of any length', () => {
  it('is broken, so that the page never scrolls sideways', async () => {
    api.companyList = [{ id: '1', name: 'c'.repeat(255) }];
    const page = await fixture(
      html`<div style="inline-size: 320px"><console-companies-page .api=${api}></console-companies-page></div>`,
    );
    await untilShown(page, 'ccc');
    expect(page.scrollWidth).toBe(320);
  });
});

describe('the search of a list', () => {
  afterEach(() => history.replaceState(null, '', location.pathname));

  it('finds by name', async () => {
    api.companyList = Array.from({ length: 11 }, (_, index) => ({
      id: String(index),
      name: `Company ${String(index)}`,
    }));
    const page = await PAGES.companies();
    await untilShown(page, '11 companies');
    await expectAccessible(page);
    type(field(page, 'Search companies'), 'company 7');
    await untilShown(page, '1 company');
    expect(findAll(page, 'tbody th').map((cell) => cell.innerText)).toEqual(['Company 7']);
    expect(new URLSearchParams(location.search).get('q')).toBe('company 7');
    expect(field(page, 'Search companies').value).toBe('company 7');
  });

  it('is not there while there is nothing to find', async () => {
    const page = await PAGES.packages();
    await untilShown(page, 'No packages yet');
    expect(findAll(page, 'vaadin-text-field')).toEqual([]);
  });
});

describe('console-companies-page', () => {
  it('lists companies and adds one', async () => {
    api.companyList = [{ id: '1', name: 'Quay Dental' }];
    const page = await PAGES.companies();
    await untilShown(page, 'Quay Dental');
    button(page, 'Add company').click();
    await waitUntil(() => dialogs(page).length === 1);
    button(page, 'Save').click();
    await untilShown(page, 'Enter the company’s name.');
    await expectAccessible(page);
    type(field(page, 'Name'), ' New Ventures ');
    button(page, 'Save').click();
    await untilShown(page, 'New Ventures was added.');
    expect(findAll(page, 'tbody th').map((cell) => cell.innerText)).toEqual(['Quay Dental', 'New Ventures']);
    await expectAccessible(page);
  });
});

describe('console-storage-page', () => {
  beforeEach(() => {
    api.accountList = [
      { id: 's3', name: 'AWS Frankfurt', type: 'AmazonS3', destinations: [{ id: '1', name: 'bucket-1' }] },
      { id: 'az', name: 'Azure', type: 'Azure', destinations: [] },
      { id: 'fs', name: 'File server', type: 'FS', destinations: [{ id: '2', name: '\\\\vault' }] },
      { id: 'x', name: 'Later', type: 'NotYetKnown', destinations: [] },
    ];
  });

  it('calls destinations by the kind of storage, and offers more where more may be', async () => {
    const page = await PAGES.storage();
    await untilShown(page, 'AWS Frankfurt');
    expect(findAll(page, 'h3').map((heading) => heading.innerText)).toEqual([
      'Buckets',
      'Containers',
      'Root Folder',
      'Buckets',
    ]);
    expect(findAll(page, 'button[aria-label^="Add destination"]').map((one) => one.getAttribute('aria-label'))).toEqual(
      ['Add destination to AWS Frankfurt', 'Add destination to Azure', 'Add destination to Later'],
    );
    expect(textOf(page)).toContain('A file share has one root folder.');
    await expectAccessible(page);
  });

  it('adds a destination', async () => {
    const page = await PAGES.storage();
    await untilShown(page, 'AWS Frankfurt');
    button(page, 'Add destination to Azure').click();
    await waitUntil(() => dialogs(page).length === 1);
    await expectAccessible(page);
    type(field(page, 'Name'), 'servers');
    button(page, 'Save').click();
    await untilShown(page, 'servers was added.');
    expect(api.calls).toContain('addDestination az servers');
  });

  it('adds an account with its first destination, named by its type', async () => {
    const page = await PAGES.storage();
    await untilShown(page, 'AWS Frankfurt');
    button(page, 'Add storage account').click();
    await waitUntil(() => dialogs(page).length === 1);
    button(page, 'Save').click();
    await untilShown(page, 'Enter a name.');
    type(field(page, 'Name'), 'NAS');
    type(field(page, 'Type'), 'FS');
    await untilShown(page, 'First root folder');
    await expectAccessible(page);
    type(field(page, 'First root folder'), '\\\\nas');
    button(page, 'Save').click();
    await untilShown(page, 'NAS was added.');
    expect(api.calls).toContain('addStorageAccount NAS FS \\\\nas');
  });
});

describe('console-packages-page', () => {
  beforeEach(() => {
    api.packageList = [{ id: 'p', name: 'Server', storageLimitGb: 5120, enabled: true }];
  });

  it('shows limits and states, and switches a package off and on', async () => {
    const page = await PAGES.packages();
    await untilShown(page, '5,120');
    await expectAccessible(page);
    button(page, 'Disable Server').click();
    await untilShown(page, 'Server: disabled.');
    button(page, 'Enable Server').click();
    await untilShown(page, 'Server: enabled.');
    expect(api.calls.filter((call) => call.startsWith('changePackage'))).toEqual([
      'changePackage p false',
      'changePackage p true',
    ]);
  });

  it('adds a package once its limit is a number above 0', async () => {
    const page = await PAGES.packages();
    await untilShown(page, 'Server');
    button(page, 'Add package').click();
    await waitUntil(() => dialogs(page).length === 1);
    type(field(page, 'Name'), 'Small');
    for (const wrong of ['', 'x', '0', '-5', '1e3', '1000000001']) {
      type(field(page, 'Storage limit (GB)'), wrong);
      button(page, 'Save').click();
      await untilShown(page, 'Enter a number of GB above 0');
    }
    await expectAccessible(page);
    type(field(page, 'Storage limit (GB)'), '12.5');
    button(page, 'Save').click();
    await untilShown(page, 'Small was added.');
    expect(api.calls).toContain('addPackage Small 12.5');
  });

  it('keeps the form open when the console refuses', async () => {
    const page = await PAGES.packages();
    await untilShown(page, 'Server');
    button(page, 'Add package').click();
    await waitUntil(() => dialogs(page).length === 1);
    type(field(page, 'Name'), 'Small');
    type(field(page, 'Storage limit (GB)'), '5');
    api.problem = AWAY;
    button(page, 'Save').click();
    await untilShown(page, 'The console does not answer.');
    expect(field(page, 'Name').value).toBe('Small');
    await expectAccessible(page);
  });
});

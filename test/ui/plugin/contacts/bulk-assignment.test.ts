import { describe, expect, it } from 'vitest';
import { Assignments } from '../../../../plugin-ui/contacts/assignments.ts';
import { BulkAssignment } from '../../../../plugin-ui/contacts/bulk-assignment.ts';
import { AssignEvent } from '../../../../plugin-ui/contacts/contact-events.ts';
import {
  allContacts,
  type ContactSelection,
  chosenContacts,
  toggled,
} from '../../../../plugin-ui/contacts/contact-selection.ts';
import { isolated } from '../../../../plugin-ui/shared/isolated.ts';
import { FakePluginApi, sampleProblem } from '../fake-plugin-api.ts';
import { sampleContacts } from '../sample-contacts.ts';

const [ANN, BOB, CLO] = sampleContacts(3);

function desk(selection: ContactSelection = chosenContacts([ANN!, BOB!])) {
  const api = new FakePluginApi();
  api.items = [...sampleContacts(3)];
  const announced: string[] = [];
  const seen = { selection, readings: 0 };
  const bulk = new BulkAssignment({
    api: () => api,
    assignments: new Assignments(() => Promise.resolve()),
    catalog: { destinationName: (id) => `destination ${id}`, packageName: (id) => `package ${id}` },
    selection: () => seen.selection,
    locale: () => 'en',
    changed: () => undefined,
    announce: (text) => announced.push(text),
    readAgain: async () => {
      seen.readings += 1;
    },
  });
  return { api, bulk, announced, seen };
}

function inRow(item = ANN!, choice: string | null = 'Standard'): AssignEvent {
  return new AssignEvent({ item, change: { packageId: choice && 'p2' }, column: 'Package', choice });
}

describe('BulkAssignment', () => {
  it('saves what is chosen for the selection, says so once, and has the page read again', async () => {
    const { api, bulk, announced, seen } = desk();
    bulk.choose({ destinationId: 'd1' });
    bulk.choose({ packageId: 'p2' });
    await bulk.assign();
    const selection = { ids: [ANN!.id, BOB!.id] };
    expect(api.sentTo('assign')).toEqual([{ selection, destinationId: 'd1', packageId: 'p2' }]);
    expect(announced).toEqual([`Saved for 2 contacts: ${isolated('destination d1')} and ${isolated('package p2')}.`]);
    expect(bulk.saved).toBe(announced[0]);
    expect(seen.readings).toBe(1);
  });

  it('sends all that match as a filter, and leaves alone what is not chosen', async () => {
    const all = toggled(allContacts({ active: true }, 3), ANN!);
    const { api, bulk } = desk(all);
    bulk.choose({ destinationId: 'd1', packageId: 'p2' });
    bulk.choose({ destinationId: null });
    await bulk.assign();
    const selection = { filter: { active: true }, except: [ANN!.id] };
    expect(api.sentTo('assign')).toEqual([{ selection, packageId: 'p2' }]);
  });

  it('keeps the choice and says why when it is refused', async () => {
    const { api, bulk, announced, seen } = desk();
    api.failing.set('assign', sampleProblem({ status: 422, code: 'package_unknown', detail: 'It was deleted.' }));
    bulk.choose({ packageId: 'p2' });
    await bulk.assign();
    expect(bulk.problem?.code).toBe('package_unknown');
    expect(announced).toEqual(['It was deleted.']);
    expect(bulk.choice).toEqual({ packageId: 'p2' });
    expect(seen.readings).toBe(1);
    bulk.choose({ packageId: 'p1' });
    expect(bulk.problem).toBe(null);
  });

  it('saves once, however often it is asked meanwhile', async () => {
    const { api, bulk } = desk();
    bulk.choose({ packageId: 'p2' });
    await Promise.all([bulk.assign(), bulk.assign()]);
    expect(api.sentTo('assign')).toHaveLength(1);
    expect(bulk.isSaving).toBe(false);
  });

  it('says nothing of another selection', async () => {
    const { bulk, seen } = desk();
    bulk.choose({ packageId: 'p2' });
    await bulk.assign();
    seen.selection = chosenContacts([CLO!]);
    expect(bulk.saved).toBe(null);
  });

  it('offers the choice of a selected row to all that are selected with it, and nothing else', async () => {
    const { api, bulk, announced, seen } = desk();
    bulk.choose({ destinationId: 'd1' });
    bulk.chosenInRow(inRow());
    expect(bulk.offer?.choice).toBe('Standard');
    await bulk.takeOffer();
    expect(api.sentTo('assign')).toEqual([{ selection: { ids: [ANN!.id, BOB!.id] }, packageId: 'p2' }]);
    expect(announced).toEqual([`Saved for 2 contacts: ${isolated('package p2')}.`]);
    expect(bulk.offer).toBe(null);
    bulk.chosenInRow(inRow());
    seen.selection = chosenContacts([ANN!]);
    expect(bulk.offer).toBe(null);
  });

  it('keeps the offer when it is refused, so that it can be taken again', async () => {
    const { api, bulk } = desk();
    bulk.chosenInRow(inRow());
    api.failing.set('assign', sampleProblem());
    await bulk.takeOffer();
    expect(bulk.problem?.code).toBe('console_unavailable');
    expect(bulk.offer?.choice).toBe('Standard');
  });

  it('offers nothing of a row that is not selected, nor a box that was emptied', () => {
    const { bulk } = desk();
    bulk.chosenInRow(inRow(CLO));
    expect(bulk.offer).toBe(null);
    bulk.chosenInRow(inRow(ANN, null));
    expect(bulk.offer).toBe(null);
  });
});

import { fixture, html, oneEvent } from '@open-wc/testing';
import { LitElement } from 'lit';
import { describe, expect, it } from 'vitest';
import type { AtcContactNotes } from '../../../../plugin-ui/contacts/atc-contact-notes.ts';
import '../../../../plugin-ui/contacts/atc-contact-notes.ts';
import type { AtcEmptyState } from '../../../../plugin-ui/shared/atc-empty-state.ts';
import '../../../../plugin-ui/shared/atc-empty-state.ts';
import type { AtcNotice } from '../../../../plugin-ui/shared/atc-notice.ts';
import '../../../../plugin-ui/shared/atc-notice.ts';
import { defineElement } from '../../../../plugin-ui/shared/define-element.ts';
import { formatGigabytes, formatNumber, formatPercent, formatTime } from '../../../../plugin-ui/shared/format.ts';
import { plural } from '../../../../plugin-ui/shared/plural.ts';
import { type EmptyKind, emptyText } from '../../../../plugin-ui/text/empty-text.ts';
import { problemSentence, problemWords } from '../../../../plugin-ui/text/problem-text.ts';
import { button, deep, textOf } from '../deep.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { sampleProblem } from '../fake-plugin-api.ts';

const KINDS: readonly EmptyKind[] = [
  'not-connected',
  'never-refreshed',
  'none-exist',
  'none-match',
  'could-not-load',
  'not-allowed',
  'signed-out',
];

describe('atc-empty-state', () => {
  it('has different words for every reason, and is accessible in each', async () => {
    const state = await fixture<AtcEmptyState>(html`<atc-empty-state></atc-empty-state>`);
    const titles = new Set<string>();
    for (const kind of KINDS) {
      state.kind = kind;
      await state.updateComplete;
      titles.add(textOf(deep(state, 'h2, h3')));
      await expectAccessible(state);
    }
    expect(titles).toHaveProperty('size', Object.keys(emptyText).length);
  });
});

describe('atc-notice', () => {
  it('shows a message and an action, and is accessible in every tone', async () => {
    const notice = await fixture<AtcNotice>(
      html`<atc-notice>Not saved. <button slot="action">Try again</button></atc-notice>`,
    );
    for (const tone of ['info', 'success', 'warning', 'danger'] as const) {
      notice.tone = tone;
      await notice.updateComplete;
      await expectAccessible(notice);
    }
  });
});

describe('atc-contact-notes', () => {
  it('says what the manual says, and leads to the Users page', async () => {
    const notes = await fixture<AtcContactNotes>(html`<atc-contact-notes></atc-contact-notes>`);
    const text = textOf(deep(notes, 'ul'));
    expect(text).toContain('Users are deleted only on the Users page of Managed Backup.');
    expect(text).toContain('counts as a new user: the contact’s status is reset to blank.');
    setTimeout(() => button(notes, 'Open the Users page').click());
    const event = await oneEvent(notes, 'autotask-navigate');
    expect([event.detail, event.composed]).toEqual([{ page: 'users' }, true]);
    await expectAccessible(notes);
  });
});

describe('defineElement', () => {
  it('leaves the first definition in place', () => {
    class First extends LitElement {}
    class Second extends LitElement {}
    defineElement('atc-defined-twice', First);
    defineElement('atc-defined-twice', Second);
    expect(customElements.get('atc-defined-twice')).toBe(First);
  });
});

describe('numbers and words', () => {
  it('follow the locale', () => {
    expect([formatNumber(4213, 'en'), formatNumber(4213, 'de')]).toEqual(['4,213', '4.213']);
    expect([formatPercent(1, 4, 'en'), formatPercent(0, 0, 'en')]).toEqual(['25%', '0%']);
    expect([formatGigabytes(50, 'en'), formatGigabytes(2560, 'en')]).toEqual(['50 GB', '2.5 TB']);
    expect(formatTime('2026-11-24T08:10:00.000Z', 'en')).toContain('Nov 24, 2026');
  });

  it('follow the plural rules of the language', () => {
    const forms = { one: () => 'one', few: () => 'few', other: () => 'other' };
    expect([0, 1, 2, 5].map((count) => plural(count, 'en', forms))).toEqual(['other', 'one', 'other', 'other']);
    expect([1, 2, 5].map((count) => plural(count, 'cs', forms))).toEqual(['one', 'few', 'other']);
  });
});

describe('the words of a problem', () => {
  it('are chosen by its code and status', () => {
    expect(problemWords(sampleProblem({ status: 0, code: 'network' })).title).toContain('could not be reached');
    expect(problemWords(sampleProblem({ status: 401 })).title).toBe('You are signed out.');
    expect(problemWords(sampleProblem({ status: 403 })).title).toBe('You may not do this.');
    expect(problemWords(sampleProblem({ status: 422, code: 'x', detail: 'The name is too long.' }))).toEqual({
      title: 'The name is too long.',
      remedy: '',
    });
  });

  it('name the number under which the log has a fault of the server', () => {
    expect(problemSentence(sampleProblem({ status: 500, code: 'internal', id: 'r-77' }))).toContain('r-77');
  });
});

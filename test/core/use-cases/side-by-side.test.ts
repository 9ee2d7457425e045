import { describe, expect, it } from 'vitest';
import { SideBySide } from '../../../core/use-cases/side-by-side.ts';
import { Gate } from '../../support/gate.ts';
import { settled } from '../../support/settled.ts';

async function* pagesOf(...pages: readonly string[]): AsyncGenerator<string> {
  yield* pages;
}

/** Pages of which the second has to wait at a gate. */
async function* gatedPages(gate: Gate): AsyncGenerator<string> {
  yield 'first';
  await gate.pass();
  yield 'second';
}

/** Nothing but an error. */
async function* failingPages(message: string, gate = new Gate()): AsyncGenerator<string> {
  await gate.pass();
  throw new Error(message);
}

function taking() {
  const taken: string[] = [];
  const take = async (page: string) => {
    taken.push(page);
  };
  return { taken, take };
}

function closedGate(): Gate {
  const gate = new Gate();
  gate.close();
  return gate;
}

describe('SideBySide', () => {
  it('takes all pages of all, and answers what each came to', async () => {
    const { taken, take } = taking();
    const both = new SideBySide();
    const one = both.each(pagesOf('1', '2'), take).then(() => 'one');
    const other = both.each(pagesOf('3'), take).then(() => 2);
    expect(await both.all([one, other])).toEqual(['one', 2]);
    expect(taken.sort()).toEqual(['1', '2', '3']);
  });

  it('takes a page only when the one before was taken', async () => {
    const gate = closedGate();
    const { taken, take } = taking();
    const both = new SideBySide();
    const slow = both.each(pagesOf('1', '2'), async (page) => {
      await take(page);
      await gate.pass();
    });
    await gate.reached();
    await settled();
    expect(taken).toEqual(['1']);
    gate.open();
    await slow;
    expect(taken).toEqual(['1', '2']);
  });

  it('ends the others at their next page when one fails', async () => {
    const gate = closedGate();
    const { taken, take } = taking();
    const both = new SideBySide();
    const all = both.all([both.each(gatedPages(gate), take), both.each(failingPages('reset'), take)]);
    await gate.reached();
    await settled();
    gate.open();
    await expect(all).rejects.toThrow('reset');
    expect(taken).toEqual(['first']);
  });

  it('fails no sooner than all have ended, so that nothing goes on behind the failure', async () => {
    const gate = closedGate();
    const both = new SideBySide();
    let hasEnded = false;
    const ended = both.all([
      both.each(gatedPages(gate), taking().take),
      both.each(failingPages('reset'), taking().take),
    ]);
    const watched = ended.catch(() => {
      hasEnded = true;
    });
    await gate.reached();
    await settled();
    expect(hasEnded).toBe(false);
    gate.open();
    await watched;
    expect(hasEnded).toBe(true);
  });

  it('fails when a page can’t be taken, and asks for no other', async () => {
    let asked = 0;
    const endless = async function* () {
      for (;;) yield (asked += 1);
    };
    const both = new SideBySide();
    const taken = both.each(endless(), () => Promise.reject(new Error('The database is away.')));
    await expect(both.all([taken])).rejects.toThrow('The database is away.');
    expect(asked).toBe(1);
  });
});

import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Lifecycle } from './lifecycle/lifecycle.ts';
import { LifecycleOracle } from './lifecycle/lifecycle-oracle.ts';
import { beginnings, type Step, steps } from './lifecycle/lifecycle-steps.ts';
import { LifecycleSubject } from './lifecycle/lifecycle-subject.ts';

/** What was seen in all lives, so that a property that never gets anywhere is noticed. */
const seen = new Set<string>();

// A second at rest, but the machine may have much else to do.
const LIMIT_MS = 60_000;

class StepCommand implements fc.Command<Lifecycle, Lifecycle> {
  readonly #step: Step;

  constructor(step: Step) {
    this.#step = step;
  }

  check(): boolean {
    return true;
  }

  run(oracle: Lifecycle, subject: Lifecycle): void {
    const expected = this.#step.apply(oracle);
    expect(this.#step.apply(subject)).toEqual(expected);
    const { rows, users } = oracle.view();
    expect(subject.view()).toEqual({ rows, users });
    for (const word of Object.values(rows).flatMap(({ status, sharing }) => [status, sharing])) seen.add(`${word}`);
    for (const outcome of Object.values(expected ?? {})) seen.add(`${outcome}`);
  }

  toString(): string {
    return this.#step.words;
  }

  [fc.toStringMethod](): string {
    return this.#step.words;
  }
}

describe('the life of contacts and users', () => {
  const { fetch, imports, edit, rename, ...others } = steps;
  const happenings = [imports, imports, imports, fetch, fetch, edit, edit, rename, rename, ...Object.values(others)];
  const commands = happenings.map((drawn) => drawn.map((step) => new StepCommand(step)));

  it.prop([beginnings.map((step) => new StepCommand(step)), fc.commands(commands, { maxCommands: 30, size: 'max' })], {
    numRuns: 200,
  })(
    'goes as the product says, whatever happens',
    (beginning, life) => {
      const model = new LifecycleOracle();
      const real = new LifecycleSubject();
      beginning.run(model, real);
      fc.modelRun(() => ({ model, real }), life);
    },
    LIMIT_MS,
  );

  it('has seen every status, outcome and kind of sharing', () => {
    const words = ['blank', 'equal', 'modified', 'failed', 'created', 'updated', 'unchanged'];
    for (const word of [...words, 'email_shared', 'email_ambiguous']) expect([...seen]).toContain(word);
  });
});

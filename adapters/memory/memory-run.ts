import type { DatabaseId } from '../../core/domain/ids.ts';
import type { ImportIntent } from '../../core/domain/import-plan.ts';
import {
  addTallies,
  type Outcome,
  type RefreshMode,
  type Run,
  type RunProblem,
  tallyOf,
} from '../../core/domain/run.ts';
import type { SelectedEntry } from '../../core/ports/contact-book.ts';
import type { ItemIntent, ItemOutcome } from '../../core/ports/run-store.ts';

export interface MemoryRunItem extends Omit<SelectedEntry, 'revision'> {
  readonly position: number;
  readonly seen: string;
  intent: ImportIntent | null;
  ended: ItemOutcome | null;
}

/** What a run is for; of a refresh nothing but its mode. */
export interface MemoryRunTask {
  readonly databaseId: DatabaseId | null;
  readonly sendInstructions: boolean;
  readonly mode: RefreshMode | null;
  readonly items: readonly MemoryRunItem[];
}

/** One run in memory; `run` is never changed, only replaced. */
export class MemoryRun {
  readonly task: MemoryRunTask;
  lease: { readonly name: string; readonly until: number } | null = null;
  isCancelRequested = false;
  isReleased = false;
  /** Since when it waits for a worker, or waited the last time. */
  queuedAt: number;
  #run: Run;
  readonly #onChange: () => void;

  constructor(run: Run, task: MemoryRunTask, onChange: () => void) {
    this.#run = run;
    this.task = task;
    this.queuedAt = Date.parse(run.createdAt);
    this.#onChange = onChange;
  }

  get run(): Run {
    return this.#run;
  }

  get isUnfinished(): boolean {
    return this.#run.state === 'queued' || this.#run.state === 'running';
  }

  isHeldAt(now: number): boolean {
    return this.lease !== null && this.lease.until >= now;
  }

  openItems(): readonly MemoryRunItem[] {
    return this.task.items.filter(({ ended }) => ended === null);
  }

  note(intents: readonly ItemIntent[]): void {
    const open = this.#openItemsById();
    for (const { contactId, intent } of intents) {
      const item = open.get(contactId);
      if (item !== undefined) item.intent = intent;
    }
  }

  record(outcomes: readonly ItemOutcome[]): void {
    const open = this.#openItemsById();
    const given: Outcome[] = [];
    for (const ended of outcomes) {
      const item = open.get(ended.contactId);
      if (item === undefined) continue;
      open.delete(ended.contactId);
      item.ended = { ...ended };
      given.push(ended.outcome);
    }
    if (given.length === 0) return;
    const { tally, done } = this.#run;
    this.change({ tally: addTallies(tally, tallyOf(given)), done: done + given.length });
  }

  hold(problem: RunProblem): void {
    this.lease = null;
    this.change({ state: 'held', problem });
  }

  giveBack(at: Date): void {
    this.lease = null;
    this.#queue(at, {});
  }

  letGoOn(at: Date): void {
    this.isReleased = true;
    this.isCancelRequested = false;
    this.#queue(at, { problem: null });
  }

  /** Whether something was begun of which nobody knows yet what came of it. */
  get isBegun(): boolean {
    return this.openItems().some(({ intent }) => intent !== null);
  }

  end(state: 'done' | 'failed' | 'cancelled', problem: RunProblem | null, finishedAt: string): void {
    const open = this.openItems();
    for (const item of open) item.ended = closed(item);
    this.lease = null;
    const tally = addTallies(this.#run.tally, tallyOf(open.flatMap(({ ended }) => (ended ? [ended.outcome] : []))));
    this.change({ state, problem, tally, finishedAt });
  }

  change(change: Partial<Run>): void {
    this.#run = { ...this.#run, ...change };
    this.#onChange();
  }

  #queue(at: Date, change: Partial<Run>): void {
    this.queuedAt = at.getTime();
    this.change({ ...change, state: 'queued' });
  }

  #openItemsById(): Map<string, MemoryRunItem> {
    return new Map(this.openItems().map((item) => [item.entry.contact.id, item]));
  }
}

/** What was begun may have been done. */
function closed({ entry, intent }: MemoryRunItem): ItemOutcome {
  const contactId = entry.contact.id;
  return intent === null
    ? { contactId, outcome: 'not_attempted', code: 'not_attempted', quote: null }
    : { contactId, outcome: 'failed', code: 'outcome_unknown', quote: null };
}

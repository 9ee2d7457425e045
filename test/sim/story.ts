import type { RefreshMode, Run } from '../../core/domain/run.ts';
import { settled } from '../support/settled.ts';
import { checkCalls } from './check-calls.ts';
import { checkEnding } from './check-ending.ts';
import { checkList, difference } from './check-list.ts';
import { checkUndisturbed } from './check-undisturbed.ts';
import type { ClientCalls } from './client-calls.ts';
import type { Draws } from './draws.ts';
import { deleteMany, edit } from './edits.ts';
import type { Met } from './met.ts';
import type { PluginSide } from './plugin-side.ts';
import type { Known, RefreshRecord } from './refresh-record.ts';
import type { StoryTime } from './story-time.ts';
import type { Tenant } from './tenant.ts';
import type { Trouble } from './troubles.ts';

const MODES: readonly (RefreshMode | null)[] = ['full', 'incremental', null];
const MINUTE_MS = 60 * 1000;
const SKIPS = [1, 20, 180, 1800] as const;

export interface StoryParts {
  readonly draws: Draws;
  readonly time: StoryTime;
  readonly tenant: Tenant;
  readonly plugin: PluginSide;
  readonly sent: ClientCalls;
  readonly met: Met;
}

/** Rounds of work, trouble and recovery, all of them checked. */
export class Story {
  readonly complaints: string[] = [];
  readonly #parts: StoryParts;
  /** As the last refresh left it. */
  #known: Known;
  /** How often something had been edited when the refresh began that made the list. */
  #listedEdits = Number.NaN;

  private constructor(parts: StoryParts, known: Known) {
    this.#parts = parts;
    this.#known = known;
  }

  /** The plugin gets to know the tenant. */
  static async begin(parts: StoryParts): Promise<Story> {
    await parts.plugin.connect();
    const story = new Story(parts, await parts.plugin.known());
    story.#checkUndisturbed('the first refresh', await story.#refresh(null));
    return story;
  }

  /** People work in Autotask, a refresh gets into trouble, and the next one goes undisturbed. */
  async round(trouble: Trouble): Promise<void> {
    const { tenant, draws, time, plugin } = this.#parts;
    this.#passTime();
    this.#edit();
    const hasLateEdits = draws.chance(0.3);
    trouble.begin(tenant, draws);
    if (hasLateEdits) tenant.midway(draws, () => this.#edit());
    const record = await this.#refresh(draws.oneOf(MODES));
    this.#check(trouble.name, record, checkEnding(trouble, record));
    trouble.end(tenant, time);
    if (record.run.problem?.code === 'source_unauthorized') await plugin.test();
    await this.#recover(`the refresh after ${trouble.name}`);
  }

  /** Nothing changes any more, which costs little to find out. */
  async quietEnd(): Promise<void> {
    const { plugin } = this.#parts;
    this.#checkUndisturbed('the last refresh', await this.#refresh('incremental'));
    const derived = await plugin.derivations();
    await plugin.rederiveAll();
    this.#complain('what was derived', difference(derived, await plugin.derivations()));
    this.#checkLog();
  }

  async #recover(name: string): Promise<void> {
    const { draws } = this.#parts;
    if (draws.chance(0.5)) this.#passTime();
    const record = await this.#refresh(draws.oneOf(MODES));
    this.#checkUndisturbed(name, record);
    if (record.run.state !== 'held') return;
    const released = await this.#record(record.mode, () => this.#parts.plugin.release(record.run));
    this.#check(`${name}, released`, released, released.run.state === 'done' ? [] : ['it is not done']);
  }

  #edit(): void {
    const { tenant, draws, time } = this.#parts;
    if (draws.chance(0.1)) deleteMany(tenant, draws);
    for (let edits = draws.below(8); edits > 0; edits -= 1) {
      edit(tenant, draws);
      time.skip((1 + draws.below(15)) * MINUTE_MS);
    }
  }

  #passTime(): void {
    const { time, draws } = this.#parts;
    time.skip(draws.oneOf(SKIPS) * MINUTE_MS);
  }

  #refresh(mode: RefreshMode | null): Promise<RefreshRecord> {
    return this.#record(mode, () => this.#parts.plugin.refresh(mode));
  }

  async #record(mode: RefreshMode | null, carryOut: () => Promise<Run>): Promise<RefreshRecord> {
    const { tenant, plugin, sent, met } = this.#parts;
    const before = this.#known;
    const truthBefore = tenant.truth();
    const edits = tenant.edits;
    tenant.control.resetCounters();
    sent.take();
    const run = await carryOut();
    // Calls that were given up may still arrive.
    await settled();
    const truths = [truthBefore, edits === tenant.edits ? truthBefore : tenant.truth()] as const;
    tenant.endRefresh();
    this.#known = await plugin.known();
    const { origin } = new URL(tenant.practice.url);
    const calls = tenant.control.calls();
    const isQuiet = edits === this.#listedEdits && edits === tenant.edits;
    if (run.state === 'done') this.#listedEdits = edits;
    met.note(run, calls);
    return { mode, run, isQuiet, before, after: this.#known, truths, calls, sent: sent.take(), origin };
  }

  #checkUndisturbed(name: string, record: RefreshRecord): void {
    this.#check(name, record, checkUndisturbed(record));
  }

  #check(name: string, record: RefreshRecord, complaints: readonly string[]): void {
    this.#complain(`${name} (${record.mode}, ${record.run.state})`, [
      ...complaints,
      ...checkList(record),
      ...checkCalls(record),
    ]);
  }

  #checkLog(): void {
    const { tenant, plugin } = this.#parts;
    const logged = plugin.logged();
    const { username, secret, integrationCode } = tenant.practice.credentials;
    const told = [username, secret, integrationCode].filter((part) => logged.includes(part));
    if (told.length > 0) this.complaints.push(`the log tells ${told.join(' and ')}`);
  }

  #complain(name: string, complaints: readonly string[]): void {
    this.complaints.push(...complaints.map((complaint) => `${name}: ${complaint}`));
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Draws } from '../sim/draws.ts';
import { askForImport } from './ask-for-import.ts';
import { checkImport, checkRepetition, type ImportResult } from './check-import.ts';
import { type FollowedRun, followToEnd } from './follow-to-end.ts';
import type { Installation } from './installation.ts';
import { drawMoment, reach } from './kill-moment.ts';
import { Nodes } from './nodes.ts';
import { readContacts, readItems, readUsers } from './read-all.ts';
import { previewOf, type Situation } from './situation.ts';

interface RoundParts {
  readonly installation: Installation;
  readonly situation: Situation;
  /** Takes what happens, as it happens. */
  readonly tell: (event: string) => Promise<void>;
  /** Raised when the round takes too long. */
  readonly signal: AbortSignal;
}

const MOST_KILLS = 3;
const LONGEST_ASKING_MS = 1500; // More than it takes to freeze the selection and to begin.
const LONGEST_WAIT_MS = 20_000; // "Unfinished runs go on by themselves within 20 s of a restart" (interfaces.md).

/** Kills nodes during an import, as the seed decides, lets it end, and says which promises are broken. */
export async function killRound(seed: number, parts: RoundParts): Promise<readonly string[]> {
  const nodes = await Nodes.start(parts.installation);
  parts.signal.addEventListener('abort', () => void nodes.killAll()); // Then whatever waits for them fails.
  try {
    return await new KillRound(new Draws(seed), nodes, parts).play();
  } finally {
    await nodes.killAll();
  }
}

class KillRound {
  readonly #draws: Draws;
  readonly #nodes: Nodes;
  readonly #situation: Situation;
  readonly #tell: RoundParts['tell'];

  constructor(draws: Draws, nodes: Nodes, { situation, tell }: RoundParts) {
    this.#draws = draws;
    this.#nodes = nodes;
    this.#situation = situation;
    this.#tell = tell;
  }

  async play(): Promise<readonly string[]> {
    const kills = 1 + this.#draws.below(MOST_KILLS);
    const runId = await (this.#draws.chance(0.5) ? this.#killWhileAsking() : this.#ask());
    for (let count = 0; count < kills; count += 1) await this.#killWhileImporting(runId);
    const followed = await followToEnd(this.#lookout(runId));
    await this.#tell(`went on after ${Math.round(followed.firstChangeMs)} ms: ${JSON.stringify(followed.run)}`);
    const result = await this.#resultOf(followed);
    return [
      ...(followed.firstChangeMs > LONGEST_WAIT_MS ? [`the run took too long to go on: ${this.#nodes.logged()}`] : []),
      ...checkImport(this.#situation, result),
      ...checkRepetition(result, await this.#repeat()),
    ];
  }

  #ask(): Promise<string> {
    return askForImport(this.#nodes.any(this.#draws), this.#situation, 'the-import');
  }

  /** The answer may be lost with the node, so the client asks again. */
  async #killWhileAsking(): Promise<string> {
    const given = this.#ask().catch((error: unknown) => error);
    const delayMs = this.#draws.below(LONGEST_ASKING_MS);
    await pause(delayMs);
    await this.#killSome(`${delayMs} ms after the import was asked for`);
    const runId = await this.#ask();
    const answered = await given;
    const isLost = answered instanceof TypeError; // fetch's word for a broken connection
    await this.#tell(isLost ? 'the answer was lost' : 'the answer had arrived');
    if (!isLost && answered !== runId) throw new Error(`One request is answered by ${String(answered)} and ${runId}`);
    return runId;
  }

  async #killWhileImporting(runId: string): Promise<void> {
    const moment = drawMoment(this.#draws);
    const { state, done } = await reach(moment, this.#lookout(runId));
    await this.#killSome(`${moment.delayMs} ms after ${moment.more} more were ${moment.sign} (${state}, ${done} done)`);
  }

  async #killSome(when: string): Promise<void> {
    const victims = this.#nodes.drawVictims(this.#draws);
    await this.#nodes.kill(victims);
    await this.#tell(`killed ${victims.length} ${when}`);
    await this.#nodes.replace(victims);
  }

  async #repeat(): Promise<ImportResult> {
    const { client } = this.#situation;
    const node = this.#nodes.any(this.#draws);
    const preview = await previewOf(client, node);
    const runId = await askForImport(node, { client, preview }, 'the-import-again');
    return this.#resultOf(await followToEnd(this.#lookout(runId)));
  }

  async #resultOf({ run }: FollowedRun): Promise<ImportResult> {
    const { client, node } = this.#lookout(run.id);
    return {
      run,
      items: await readItems(client, node, run.id),
      contacts: await readContacts(client, node),
      users: await readUsers(client, node),
    };
  }

  #lookout(runId: string) {
    return { client: this.#situation.client, node: this.#nodes.any(this.#draws), runId };
  }
}

import { MemorySecretBox } from '../../adapters/memory/memory-secret-box.ts';
import type { Ports } from '../../adapters/tokens.ts';
import { type UseCases, useCasesOf } from '../../adapters/use-cases.ts';
import type { TenantId } from '../../core/domain/ids.ts';
import { ENDED_STATES } from '../../core/domain/run.ts';
import { type MemoryPorts, memoryPorts } from '../support/memory-ports.ts';
import { MSP, OTHER_MSP } from '../support/run-builders.ts';
import { SilentLog } from '../support/silent-log.ts';
import { Draws } from './draws.ts';
import type { BackupParts, ImportBackup } from './import-backup.ts';
import { BRAKES } from './import-brakes.ts';
import { ImportHistory } from './import-history.ts';
import type { ImportMet } from './import-met.ts';
import { ImportNode } from './import-node.ts';
import { ImportProvider } from './import-provider.ts';
import { ImportRuns } from './import-runs.ts';
import { ImportSchedule } from './import-schedule.ts';
import { ImportWeather } from './import-weather.ts';

const NODES = 2;
const CHUNKS = [1, 3, 7, 500] as const;
const LONGEST_RESTART_MS = 20_000;
// A token that was refused again and again is remembered for a minute.
const LONG_AGO_MS = 61_000;
const PATIENCE_MS = 60 * 60 * 1000;
const NOBODY = { start: () => Promise.resolve(), wake: () => {}, stop: () => Promise.resolve() };

/** What a story is set in. */
export interface ImportScene {
  readonly met: ImportMet;
  readonly openBackup: (parts: BackupParts) => ImportBackup;
}

/** Everything there is in a story: providers, the stores that outlive every node, and the nodes. */
export class ImportWorld {
  readonly complaints: string[] = [];
  readonly draws: Draws;
  readonly met: ImportMet;
  readonly schedule = new ImportSchedule();
  readonly history = new ImportHistory();
  readonly weather: ImportWeather;
  readonly runs: ImportRuns;
  readonly backup: ImportBackup;
  readonly ports: Ports & Pick<MemoryPorts, 'contactBook'>;
  /** The use cases over ports that never fail: what people and checks look at. */
  readonly office: UseCases;
  readonly providers: readonly ImportProvider[];
  readonly #nodes: ImportNode[] = [];

  constructor(seed: number, { met, openBackup }: ImportScene) {
    this.draws = new Draws(seed);
    this.met = met;
    this.weather = new ImportWeather(this.draws);
    const memory = memoryPorts();
    const { history, schedule, draws } = this;
    const tenants = [MSP, OTHER_MSP];
    this.backup = openBackup({ memory, draws, history, schedule, tenants });
    this.runs = new ImportRuns({ ...memory, clock: schedule, history, chunk: draws.oneOf(CHUNKS) });
    const rest = {
      runs: this.runs,
      clock: schedule,
      log: new SilentLog(),
      secrets: new MemorySecretBox(),
      jobs: NOBODY,
    };
    this.ports = { ...memory, ...this.backup.truth, ...rest };
    this.office = useCasesOf(this.ports, BRAKES);
    this.providers = [
      new ImportProvider({ ...memory, backup: this.backup, history, draws, tenantId: MSP, size: 5 + draws.below(20) }),
      new ImportProvider({
        ...memory,
        backup: this.backup,
        history,
        draws,
        tenantId: OTHER_MSP,
        size: 2 + draws.below(6),
      }),
    ];
    for (let node = 0; node < NODES; node += 1) this.startNode();
  }

  startNode(): void {
    this.#nodes.push(new ImportNode(this));
  }

  /** A node that has died is started anew by and by. */
  restart(node: ImportNode): void {
    this.#nodes.splice(this.#nodes.indexOf(node), 1);
    const restart = () => this.startNode();
    this.schedule.plan(this.draws.below(LONGEST_RESTART_MS), restart, { isCall: false });
  }

  /** Null while none is there. */
  someNode(): ImportNode | null {
    return this.#nodes.length === 0 ? null : this.draws.oneOf(this.#nodes);
  }

  /** Whether somebody has the login, at whichever provider. */
  async isTaken(email: string): Promise<boolean> {
    const { users } = this.ports;
    const found = await Promise.all(this.providers.map(({ key }) => users.findByEmails(key.tenantId, [email])));
    return found.flat().length > 0;
  }

  /** Somebody edits the user with the email, or makes one when there is none. */
  async meddle(tenantId: TenantId, email: string): Promise<void> {
    const provider = this.providers.find(({ key }) => key.tenantId === tenantId);
    const [user] = await this.ports.users.findByEmails(tenantId, [email]);
    if (user !== undefined) await provider?.putUser({ ...user, ...provider.aName() });
    else if (!(await this.isTaken(email))) await provider?.putUser(provider.aUser(email));
  }

  /** From now on everything goes well, and what went wrong is long ago enough to be forgotten. */
  async calmDown(): Promise<void> {
    this.weather.clear();
    this.schedule.plan(LONG_AGO_MS, () => {}, { isCall: true });
    await this.rest();
  }

  /** Lets time pass until every run has ended and nobody waits for anything. */
  async rest(): Promise<void> {
    const end = this.schedule.now().getTime() + PATIENCE_MS;
    while (this.schedule.hasCalls || !(await this.#hasEnded())) {
      await this.schedule.next();
      if (this.schedule.now().getTime() > end) {
        this.complaints.push('it does not come to rest');
        return;
      }
    }
  }

  async #hasEnded(): Promise<boolean> {
    const runs = await Promise.all(this.providers.map(({ key }) => this.runs.recent(key.tenantId, 100)));
    return runs.flat().every(({ state }) => ENDED_STATES.includes(state));
  }
}

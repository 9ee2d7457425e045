import { InProcessJobQueue } from '../../adapters/jobs/in-process-job-queue.ts';
import type { Ports } from '../../adapters/tokens.ts';
import { type UseCases, useCasesOf } from '../../adapters/use-cases.ts';
import type { ClaimedRun } from '../../core/ports/run-store.ts';
import type { ImportBackup } from './import-backup.ts';
import { BRAKES } from './import-brakes.ts';
import { faulty } from './import-faults.ts';
import { ImportProcess } from './import-process.ts';
import type { ImportWorld } from './import-world.ts';

const FAULTY = ['activityLog', 'contactBook', 'packages', 'runs', 'storageDestinations', 'users'] as const;

/** One of the machines: a process that answers requests and works on runs, over ports that are not to be relied on. */
export class ImportNode {
  readonly #world: ImportWorld;
  readonly #process: ImportProcess;
  readonly #backup: ReturnType<ImportBackup['heldBy']>;
  readonly #queue: InProcessJobQueue;
  /** For requests of people. */
  readonly useCases: UseCases;

  constructor(world: ImportWorld) {
    this.#world = world;
    this.#process = new ImportProcess(world.schedule, () => world.restart(this));
    this.#backup = world.backup.heldBy({
      ...this.#faultParts,
      meddle: (tenant, email) => world.meddle(tenant, email),
    });
    this.#queue = new InProcessJobQueue({
      runs: faulty('runs', world.runs, this.#faultParts),
      log: world.ports.log,
      scheduler: this.#process,
      concurrency: 1 + world.draws.below(2),
    });
    this.useCases = this.#useCases(null);
    void this.#queue.start((claimed, signal) => this.#useCases(claimed).carryOutRun.run(claimed, signal));
  }

  /** Gives back what it works on, and ends. */
  async stop(): Promise<void> {
    await this.#queue.stop();
    await this.#process.crash();
  }

  get #faultParts() {
    const { weather, draws, met } = this.#world;
    return { process: this.#process, weather, draws, met };
  }

  /** For a run that the node has, or for requests of people. */
  #useCases(claimed: ClaimedRun | null): UseCases {
    const { id: by = 'people', tenantId } = claimed?.run ?? {};
    const { runs } = this.#world;
    const parts = {
      ...this.#faultParts,
      onCall: (call: string, subject: unknown) => {
        if (tenantId !== undefined && tenantOf(subject) !== tenantId) this.#complain(`${by} touches others by ${call}`);
      },
    };
    const backup = this.#backup({
      by,
      onRead: (moments) => {
        if (claimed !== null) runs.readAt.set(claimed.lease, moments);
      },
      onCommand: (command) => {
        if (by === 'people') this.#complain('a user is saved without a run');
        else runs.records.get(by)?.commands.push(command);
      },
    });
    const ports: Ports = { ...this.#world.ports, ...backup };
    const faultyPorts: Ports = {
      ...ports,
      ...Object.fromEntries(FAULTY.map((name) => [name, faulty(name, ports[name], parts)])),
      jobs: this.#queue,
    };
    return useCasesOf(faultyPorts, BRAKES);
  }

  #complain(complaint: string): void {
    this.#world.complaints.push(complaint);
  }
}

/** Whose something is that a port is called with: a provider, what is keyed by one, or a run. */
function tenantOf(subject: unknown): unknown {
  if (typeof subject !== 'object' || subject === null) return subject;
  if ('tenantId' in subject) return subject.tenantId;
  return 'run' in subject ? tenantOf(subject.run) : undefined;
}

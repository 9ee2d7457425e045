import { onTestFinished } from 'vitest';
import { MbsApi, type MbsApiOptions } from '../../../adapters/mbs-api/mbs-api.ts';
import { destinationId, packageId, tenantId } from '../../../core/domain/ids.ts';
import type { UserTarget } from '../../../core/domain/import-plan.ts';
import type { ManagedUser } from '../../../core/domain/managed-user.ts';
import type { SaveUser } from '../../../core/ports/user-repository.ts';
import { aTarget } from '../../support/builders.ts';
import { SilentLog } from '../../support/silent-log.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { RecordedMbs } from './recorded-mbs.ts';

export const OURS = tenantId('provider-1');
export const NEVER = new AbortController().signal;
export const SILENT = { sendInstructions: false };

/** The adapter in front of recorded answers, with a destination and a package. Waits take no time. */
export async function openMbs(options: Partial<MbsApiOptions> = {}) {
  const recorded = await RecordedMbs.start();
  const waits: number[] = [];
  const log = new SilentLog();
  const clock = new VirtualClock();
  const mbs = new MbsApi({
    url: recorded.url,
    username: recorded.ours.name,
    password: recorded.ours.password,
    tenantId: OURS,
    log,
    clock,
    random: () => 1,
    pause: async (ms) => void waits.push(ms),
    ...options,
  });
  onTestFinished(async () => {
    await mbs.close();
    await recorded.stop();
  });
  const added = recorded.ours.addDestination();
  const chosen = {
    destinationId: destinationId(`${String(added['AccountID'])}/${String(added['Destination'])}`),
    packageId: packageId(recorded.ours.addPackage()),
  };
  const target = (given: Partial<UserTarget> = {}) => aTarget({ ...chosen, ...given });
  const create = (given: Partial<UserTarget> = {}): SaveUser => ({ kind: 'create', target: target(given) });
  const update = (expected: ManagedUser, given: Partial<UserTarget> = {}): SaveUser => ({
    kind: 'update',
    expected,
    target: target({ email: expected.email, ...given }),
  });
  const save = (...commands: SaveUser[]) => mbs.users.saveMany(OURS, commands, SILENT);
  const found = async (email: string) => (await mbs.users.findByEmails(OURS, [email])).at(0);
  const saved = async (given: Partial<UserTarget> = {}): Promise<ManagedUser> => {
    await save(create(given));
    return (await found(target(given).email))!;
  };
  return { recorded, mbs, waits, log, clock, chosen, target, create, update, save, found, saved };
}

/** What a promise was rejected with; fails when it was not. */
export async function rejectionOf(
  promise: Promise<unknown>,
): Promise<Error & { safeDetail?: string; remedy?: string }> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('It was not rejected with an error');
}

import { MbsFailure } from '../../adapters/mbs-api/mbs-failure.ts';
import type { Answer, Exchange } from '../../adapters/mbs-api/transport.ts';
import type { RunId, TenantId } from '../../core/domain/ids.ts';
import {
  createPracticeMbs,
  type FaultName,
  type PracticeControl,
  type PracticeService,
  type PracticeUser,
} from '../../host-shim/practice-mbs/practice-mbs.ts';
import { managedUserOf } from '../support/practice-users.ts';
import type { Draws } from './draws.ts';
import type { ImportHistory } from './import-history.ts';
import type { ImportSchedule } from './import-schedule.ts';

interface MbsServiceParts {
  readonly tenantId: TenantId;
  readonly seed: number;
  readonly draws: Draws;
  readonly history: ImportHistory;
  readonly schedule: ImportSchedule;
  /** The other providers' part of the service, who have logins, too. */
  others(): readonly MbsService[];
}

type PracticeAnswer = Awaited<ReturnType<PracticeService['answer']>>;

/** Who is behind a call that writes. */
export interface Writer {
  readonly by: RunId;
  /** The moment of its last look at the user that it writes; null for a new one. */
  readonly lookedAt: number | null;
}

const SHORT_TOKEN_SECONDS = 60;

/** A provider's part of MBS: it carries calls out, and notes what they make of its users. */
export class MbsService {
  readonly tenantId: TenantId;
  readonly #parts: MbsServiceParts;
  readonly #practice: PracticeService;

  constructor(parts: MbsServiceParts) {
    const { tenantId, seed, draws, schedule } = parts;
    this.tenantId = tenantId;
    this.#parts = parts;
    this.#practice = createPracticeMbs({
      users: 0,
      seed,
      now: () => schedule.now().getTime(),
      switches: {
        badToken: draws.oneOf(['status_401', 'status_403']),
        badTokenOnCreate: draws.oneOf(['refused', 'said_in_200']),
        companyCreation: draws.chance(0.15) ? 'refused' : 'allowed',
        givenDestination: draws.oneOf(['id', 'nothing']),
        idSpelling: draws.oneOf(['mixed', 'ID', 'Id']),
        leftOutOnPut: draws.oneOf(['blanked', 'company_kept', 'kept']),
        nothingReturned: draws.oneOf(['status_204', 'status_200']),
        refusals: draws.oneOf(['status_400', 'said_in_200']),
        sameCompanyName: draws.oneOf(['refused', 'created']),
        tokenSeconds: draws.oneOf([1_209_599, SHORT_TOKEN_SECONDS]),
        unknownCompany: draws.oneOf(['left_out', 'created', 'refused']),
      },
    });
  }

  get control(): PracticeControl {
    return this.#practice.control;
  }

  get login() {
    return this.#practice.login;
  }

  /** Carries a call out at once, unless a fault says otherwise. */
  take(exchange: Exchange, writer: Writer | null = null, fault: FaultName | null = null): Promise<PracticeAnswer> {
    const { method, url, headers, body } = exchange;
    if (fault !== null) this.control.orderFault({ fault, path: routeOf(exchange) });
    if (routeOf(exchange) === 'POST Users') this.#shareLogins();
    const before = this.control.users();
    const answer = this.#practice.answer({ method, url: url.pathname, headers: { ...headers } }, body ?? '');
    this.#note(before, writer);
    return answer;
  }

  #note(before: readonly PracticeUser[], writer: Writer | null): void {
    const { history } = this.#parts;
    const known = new Map(before.map((user) => [user.id, user]));
    for (const user of this.control.users()) {
      if (known.get(user.id) === user) continue;
      if (writer === null) throw new Error('A user is changed by nobody');
      const { by, lookedAt } = writer;
      const kind = known.has(user.id) ? 'updated' : 'created';
      history.note({ tenantId: this.tenantId, by, kind, lookedAt }, user.login, managedUserOf(user));
    }
  }

  #shareLogins(): void {
    for (const { control } of this.#parts.others()) {
      for (const { login } of control.users()) this.control.takeElsewhere(login);
    }
  }
}

/** A call's method and the first word of its path. */
export function routeOf({ method, url }: Exchange): string {
  return `${method} ${url.pathname.split('/')[2] ?? ''}`;
}

/** An answer as the adapter gets it. */
export function answerOf({ status, headers, body, breaksOff }: PracticeAnswer, host: string): Answer {
  if (breaksOff === 'before') throw new MbsFailure('lost', { about: host });
  const text = typeof body === 'string' ? body : [...body].join('');
  return {
    status,
    contentType: headers['content-type'] ?? '',
    retryAfter: headers['retry-after'] ?? null,
    chunks: breaksOff === undefined ? whole(text) : broken(text, host),
  };
}

async function* whole(text: string): AsyncGenerator<string, void, undefined> {
  yield text;
}

async function* broken(text: string, host: string): AsyncGenerator<string, void, undefined> {
  yield text.slice(0, Math.floor(text.length / 2));
  throw new MbsFailure('lost', { about: host });
}

import { type FaultName, faultNames } from '../../host-shim/practice-autotask/practice-autotask.ts';
import type { Draws } from './draws.ts';
import type { StoryTime } from './story-time.ts';
import type { Tenant } from './tenant.ts';

/** How a refresh ends that is struck: `well` is done or held, `badly` is failed, and `either` leaves it open. */
type Ending = 'well' | 'badly' | 'either';

/** Something that goes wrong while a refresh runs. */
export interface Trouble {
  readonly name: string;
  readonly ending: Ending;
  /** Whether it strikes whatever the refresh does. */
  readonly isSure: boolean;
  begin(tenant: Tenant, draws: Draws): void;
  end(tenant: Tenant, time: StoryTime): void;
}

const ENDINGS: Readonly<Record<FaultName, Ending>> = {
  html_200: 'badly',
  html_404: 'badly',
  truncated_json: 'badly',
  empty_200: 'badly',
  error_500: 'well',
  bad_gateway: 'well',
  unavailable: 'well',
  gateway_timeout: 'well',
  slow: 'well',
  reset: 'well',
  reset_midway: 'well',
  errors_in_200: 'badly',
  // What these three answer may happen to be right.
  short_page: 'either',
  repeated_page: 'either',
  looping_page: 'either',
  foreign_next_page: 'badly',
  redirect: 'badly',
  thread_refusal: 'well',
  unauthorized: 'badly',
};

const HOUR_MS = 60 * 60 * 1000;
// Few, because an incremental refresh makes four calls.
const SKIPPED = [0, 0, 1, 1, 2, 4, 7] as const;
const ELSEWHERE = 'https://webservices3.elsewhere.example/ATServicesRest/';
// Within what a run waits for an answer, and beyond it; a person waits less, so only queries are slow.
const SLOW = { path: '/query', delays: [20_000, 400_000] } as const;

export const TROUBLES: readonly Trouble[] = [
  trouble('no trouble', 'well', () => undefined),
  trouble('every fault at times', 'either', ({ control }, draws) => {
    control.orderFault({ fault: faultNames, probability: 0.1, seed: draws.below(1_000_000) });
  }),
  trouble('passing faults at times', 'either', ({ control }, draws) => {
    const fault = faultNames.filter((name) => ENDINGS[name] === 'well');
    control.orderFault({ fault, probability: 0.1, seed: draws.below(1_000_000) });
  }),
  ...faultNames.map(fault),
  right('hidden contacts', 'well', (tenant) => tenant.permit('Contacts', 'restricted')),
  right('hidden accounts', 'well', (tenant) => tenant.permit('Companies', 'restricted')),
  right('no right on contacts', 'badly', (tenant) => tenant.permit('Contacts', 'none')),
  right('no right on accounts', 'badly', (tenant) => tenant.permit('Companies', 'none')),
  trouble('the zone has moved', 'well', ({ control }) => control.moveZone()),
  trouble('the zone moves midway', 'well', (tenant, draws) => {
    tenant.midway(draws, () => tenant.control.moveZone());
  }),
  {
    ...trouble('the zone is elsewhere', 'badly', ({ control }) => control.moveZone({ url: ELSEWHERE })),
    isSure: true,
    end: ({ control }) => control.moveZone({ home: true }),
  },
  {
    ...trouble('the user is locked', 'badly', ({ control }) => control.lockUser()),
    isSure: true,
    end: ({ control }) => control.unlockUser(),
  },
  {
    ...trouble('the user is locked midway', 'badly', (tenant, draws) => {
      tenant.midway(draws, () => tenant.control.lockUser());
    }),
    end: ({ control }) => control.unlockUser(),
  },
  {
    ...trouble('the hour is used up', 'badly', ({ control }) => control.useHour(10_000)),
    isSure: true,
    end: (_tenant, time) => time.skip(HOUR_MS),
  },
  {
    ...trouble('others use most of the hour', 'well', ({ control }) => control.useHour(8_000)),
    end: (_tenant, time) => time.skip(HOUR_MS),
  },
  {
    ...trouble('others take two threads', 'either', ({ control }) => control.setSwitches({ threadLimit: 1 })),
    end: ({ control }) => control.setSwitches({ threadLimit: 3 }),
  },
];

function trouble(name: string, ending: Ending, begin: Trouble['begin']): Trouble {
  return { name, ending, isSure: false, begin, end: () => undefined };
}

function fault(name: FaultName): Trouble {
  return trouble(name, ENDINGS[name], ({ control }, draws) => {
    const order = { fault: name, skip: draws.oneOf(SKIPPED), times: 1 + draws.below(2) };
    const { path, delays } = SLOW;
    control.orderFault(name === 'slow' ? { ...order, path, delayMs: draws.oneOf(delays) } : order);
  });
}

function right(name: string, ending: Ending, take: (tenant: Tenant) => void): Trouble {
  return {
    ...trouble(name, ending, take),
    isSure: ending === 'badly',
    end(tenant) {
      tenant.permit('Contacts', 'all');
      tenant.permit('Companies', 'all');
    },
  };
}

import { Type } from 'typebox';
import type { ImportPreview } from '../../../core/contract/index.ts';
import { OUTCOMES } from '../../../core/domain/run.ts';
import { reason, selection } from './contact-schemas.ts';
import { count, idText, nullable, oneOf } from './values.ts';

const refreshMode = oneOf(['full', 'incremental'], 'a way to get the contacts');

export const refreshBody = Type.Object({ mode: Type.Optional(refreshMode) }, { additionalProperties: false });

export const refreshForecast = Type.Object({
  mode: refreshMode,
  calls: count(),
  callsInFull: count(),
  limit: count(),
  usedThisHour: count(),
  usedByUs: count(),
  usedByOthers: count(),
  remainingThisHour: count(),
});

export const previewBody = Type.Object({ selection }, { additionalProperties: false });

export const importBody = Type.Object(
  {
    selection,
    fingerprint: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'the one of a preview' })),
    sendInstructions: Type.Optional(Type.Boolean({ description: 'true or false' })),
  },
  { additionalProperties: false },
);

/** Fastify gives header names in lower case; other headers pass. */
export const startHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'a text of 1 to 200 characters' }),
  ),
});

export const runParams = Type.Object({ id: idText('a run') });

const outcome = oneOf(OUTCOMES, 'an outcome');

export const itemsQuery = Type.Object(
  {
    outcome: Type.Optional(outcome),
    after: Type.Optional(Type.String({ minLength: 1, maxLength: 2000, description: 'the next of an earlier page' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'a whole number from 1 to 500' })),
  },
  { additionalProperties: false },
);

export const latestQuery = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'a whole number from 1 to 500' })) },
  { additionalProperties: false },
);

const runKind = oneOf(['refresh', 'import'], 'a kind of run');

export const runsQuery = Type.Object(
  { ...latestQuery.properties, kind: Type.Optional(runKind) },
  { additionalProperties: false },
);

export const startedRun = Type.Object({ runId: Type.String() });

export const runView = Type.Object({
  id: Type.String(),
  kind: runKind,
  state: oneOf(['queued', 'running', 'done', 'held', 'failed', 'cancelled'], 'the state'),
  requestedBy: Type.String(),
  total: count(),
  done: count(),
  created: count(),
  updated: count(),
  unchanged: count(),
  failed: count(),
  notAttempted: count(),
  problem: nullable(Type.Object({ code: Type.String(), text: Type.String(), remedy: Type.String() })),
  createdAt: Type.String(),
  finishedAt: nullable(Type.String()),
});

const itemContact = Type.Object({
  firstName: Type.String(),
  lastName: Type.String(),
  email: Type.String(),
  account: Type.String(),
});

const runItem = Type.Object({
  contactId: Type.String(),
  contact: nullable(itemContact),
  outcome: nullable(outcome),
  reason: nullable(reason),
});

export const runItemPage = Type.Object({
  items: Type.Array(runItem),
  next: nullable(Type.String()),
});

const previewedContact = Type.Object({
  contactId: Type.String(),
  ...itemContact.properties,
  effect: oneOf(['create', 'update', 'unchanged', 'blocked'], 'the effect'),
  reason: nullable(reason.properties.code),
});

export const importPreview = Type.Unsafe<ImportPreview>(
  Type.Object({
    create: count(),
    update: count(),
    unchanged: count(),
    blocked: Type.Array(Type.Object({ code: reason.properties.code, count: count(), reason })),
    byDestination: Type.Array(Type.Object({ destinationId: Type.String(), count: count() })),
    byPackage: Type.Array(Type.Object({ packageId: Type.String(), count: count() })),
    named: Type.Array(previewedContact),
    capacityGb: nullable(Type.Number()),
    fingerprint: Type.String(),
    mailsInstructions: Type.Boolean(),
  }),
);

import type { Connection, ConnectionProblem, Credentials, SourceAccess } from '../domain/connection.ts';
import { UNKNOWN_ACCESS } from '../domain/connection.ts';
import type { DatabaseId } from '../domain/ids.ts';
import type { SourceCheck } from '../ports/contact-source.ts';
import type { PluginError } from '../ports/errors.ts';

/** A connection that has never been configured, or whose credentials were forgotten. */
export function notConfigured(databaseId: DatabaseId | null): Connection {
  return {
    state: 'not_configured',
    username: null,
    hasPassword: false,
    zone: null,
    databaseId,
    checkedAt: null,
    access: UNKNOWN_ACCESS,
    problem: null,
  };
}

/** The connection after a check that Autotask answered, beside what was known before. */
export function checkedConnection(
  credentials: Credentials,
  check: SourceCheck,
  { known, at }: { readonly known: Connection | undefined; readonly at: Date },
): Connection {
  const problem = accessProblem(check.access) ?? movedZone(credentials, check, known);
  return {
    state: problem?.code === 'source_forbidden' ? 'failing' : 'connected',
    username: credentials.username,
    hasPassword: true,
    zone: check.zone,
    databaseId: check.databaseId,
    checkedAt: at.toISOString(),
    access: check.access,
    problem,
  };
}

/** The connection after a check that failed; what is known of the database stays. */
export function failedConnection(
  credentials: Credentials,
  error: PluginError,
  known: { readonly databaseId: DatabaseId | null; readonly at: Date },
): Connection {
  return {
    state: error.code === 'source_unauthorized' ? 'failing' : 'unverified',
    username: credentials.username,
    hasPassword: true,
    zone: null,
    databaseId: known.databaseId,
    checkedAt: known.at.toISOString(),
    access: UNKNOWN_ACCESS,
    problem: {
      code: error.code,
      text: error.safeDetail,
      remedy: error.remedy ?? 'Nothing needs to be entered again. Press Test in a few minutes.',
    },
  };
}

/** A provider can be moved to another data centre (autotask-api.md §1, seen in 3 clients). */
function movedZone(
  credentials: Credentials,
  check: SourceCheck,
  known: Connection | undefined,
): ConnectionProblem | null {
  const before = known?.username === credentials.username ? known.zone : null;
  if (!before || before === check.zone) return null;
  return {
    code: 'zone_moved',
    text: `Autotask has moved this UserName from ${before} to ${check.zone}.`,
    remedy: 'Nothing needs to be done; the new address is used from now on.',
  };
}

const LEVEL =
  'Admin > Organization Settings & Users > Resources/Users (HR) > Security > Security Levels > the level of the API user';

/** Names the right that is missing (autotask-api.md §2.2 and §2.4). */
function accessProblem(access: SourceAccess): ConnectionProblem | null {
  const entities = [
    { name: 'contacts', right: 'Contacts', access: access.contacts },
    { name: 'accounts', right: 'Organizations', access: access.accounts },
  ];
  const forbidden = entities.find((entity) => entity.access === 'none');
  if (forbidden) {
    return {
      code: 'source_forbidden',
      text: `The API user may not see ${forbidden.name} in Autotask.`,
      remedy: `In Autotask open ${LEVEL} > CRM, set Object Permissions > ${forbidden.right} > View to All, then press Test.`,
    };
  }
  const restricted = entities.find((entity) => entity.access === 'restricted');
  if (restricted === undefined) return null;
  return {
    code: 'source_restricted',
    text: `The API user sees only some of the ${restricted.name}; Autotask hides the others without a word.`,
    remedy:
      `To get all of them, open ${LEVEL} > CRM in Autotask, set every line of Organization & Contact Access and ` +
      `Object Permissions > ${restricted.right} > View to All, then press Test.`,
  };
}

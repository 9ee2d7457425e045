/** Every way in which a request or a run can fail as a whole. Stable: clients choose their words by it. */
export type ErrorCode =
  | 'not_connected'
  | 'source_unauthorized'
  | 'source_forbidden'
  | 'source_throttled'
  | 'source_unavailable'
  | 'source_incomplete'
  | 'console_unavailable'
  | 'contact_not_found'
  | 'run_not_found'
  | 'run_ended'
  | 'run_not_held'
  | 'nothing_to_retry'
  | 'destination_unknown'
  | 'package_unknown'
  | 'plan_changed'
  | 'idempotency_key_reused'
  | 'cursor_invalid'
  | 'secret_unreadable'
  | 'run_lost'
  | 'newer_schema';

const BRAND = Symbol.for('autotask-contacts.plugin-error');

/**
 * A failure of a request or a run as a whole; a row's failure is a value with a reason instead.
 *
 * @remarks
 * `safeDetail` may be shown to the user: never a secret, a contact's data, or a raw body. `cause` keeps what an
 * adapter caught and stays inside.
 */
export abstract class PluginError extends Error {
  abstract readonly code: ErrorCode;
  /** Whether trying again can help; `unknown-outcome` means: look it up first. */
  readonly retry: 'never' | 'later' | 'unknown-outcome' = 'never';
  readonly safeDetail: string;
  /** What a person can do about it, when whoever threw it knows better than the code alone tells. */
  readonly remedy: string | null;
  readonly [BRAND] = true;

  constructor(safeDetail: string, options?: { cause?: unknown; remedy?: string }) {
    super(safeDetail, options);
    this.safeDetail = safeDetail;
    this.remedy = options?.remedy ?? null;
  }
}

/** Recognises a plugin error by its brand, so that two copies of the package agree. */
export function isPluginError(error: unknown): error is PluginError {
  return typeof error === 'object' && error !== null && BRAND in error;
}

/** No credentials are stored, or a person has to act on them first. */
export class NotConnected extends PluginError {
  override readonly name = 'NotConnected';
  readonly code = 'not_connected';
}

/** Autotask refused the user name, the secret or the integration code, or the API user is locked. */
export class SourceUnauthorized extends PluginError {
  override readonly name = 'SourceUnauthorized';
  readonly code = 'source_unauthorized';
}

/** The API user lacks the right to read an entity. */
export class SourceForbidden extends PluginError {
  override readonly name = 'SourceForbidden';
  readonly code = 'source_forbidden';
}

/** Autotask keeps refusing because of its thread or hourly limit. */
export class SourceThrottled extends PluginError {
  override readonly name = 'SourceThrottled';
  readonly code = 'source_throttled';
  override readonly retry = 'later';
}

/** Autotask can't be reached, or is down. */
export class SourceUnavailable extends PluginError {
  override readonly name = 'SourceUnavailable';
  readonly code = 'source_unavailable';
  override readonly retry = 'later';
}

/** Autotask answered, but not with what was asked for: short, truncated, or no JSON. */
export class SourceIncomplete extends PluginError {
  override readonly name = 'SourceIncomplete';
  readonly code = 'source_incomplete';
  override readonly retry = 'later';
}

/** The users, destinations or packages of Managed Backup can't be read. */
export class ConsoleUnavailable extends PluginError {
  override readonly name = 'ConsoleUnavailable';
  readonly code = 'console_unavailable';
  override readonly retry = 'later';
}

/** No such contact, or not one that the principal may see. */
export class ContactNotFound extends PluginError {
  override readonly name = 'ContactNotFound';
  readonly code = 'contact_not_found';
}

/** No such run of this provider. */
export class RunNotFound extends PluginError {
  override readonly name = 'RunNotFound';
  readonly code = 'run_not_found';
}

/** The run has ended, so nothing can be done with it any more. */
export class RunEnded extends PluginError {
  override readonly name = 'RunEnded';
  readonly code = 'run_ended';
}

/** Only a held run can be released. */
export class RunNotHeld extends PluginError {
  override readonly name = 'RunNotHeld';
  readonly code = 'run_not_held';
}

/** Only an import that has ended with failed rows can be retried. */
export class NothingToRetry extends PluginError {
  override readonly name = 'NothingToRetry';
  readonly code = 'nothing_to_retry';
}

/** An assignment names a destination that can't be assigned. */
export class DestinationUnknown extends PluginError {
  override readonly name = 'DestinationUnknown';
  readonly code = 'destination_unknown';
}

/** An assignment names a package that can't be assigned. */
export class PackageUnknown extends PluginError {
  override readonly name = 'PackageUnknown';
  readonly code = 'package_unknown';
}

/** What would be done is no longer what was previewed. */
export class PlanChanged extends PluginError {
  override readonly name = 'PlanChanged';
  readonly code = 'plan_changed';
}

/** The idempotency key came before with another body. */
export class IdempotencyKeyReused extends PluginError {
  override readonly name = 'IdempotencyKeyReused';
  readonly code = 'idempotency_key_reused';
}

/** A cursor was not handed out by the list that it is given to, or for another sort. */
export class CursorInvalid extends PluginError {
  override readonly name = 'CursorInvalid';
  readonly code = 'cursor_invalid';
}

/** A sealed secret can't be opened with the keys at hand. */
export class SecretUnreadable extends PluginError {
  override readonly name = 'SecretUnreadable';
  readonly code = 'secret_unreadable';
}

/** Another worker has taken the run over; this one must stop. */
export class RunLost extends PluginError {
  override readonly name = 'RunLost';
  readonly code = 'run_lost';
}

/** The database was written by a newer version of the plugin. */
export class NewerSchema extends PluginError {
  override readonly name = 'NewerSchema';
  readonly code = 'newer_schema';
}

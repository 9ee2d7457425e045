/** PostgreSQL gave the transaction up for another one's sake: serialization_failure, deadlock_detected. */
const WORTH_REPEATING = new Set(['40001', '40P01']);

/** The driver's own code of what went wrong, for the log; its message may hold values. */
export function driverCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return error instanceof Error ? error.name : 'unknown';
}

export function isWorthRepeating(error: unknown): boolean {
  return WORTH_REPEATING.has(driverCode(error));
}

/** A mistake in the program rather than a failure of the database. */
export function isMistake(error: unknown): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
}

const UNIQUE_VIOLATIONS = new Set([
  '23505',
  'SQLITE_CONSTRAINT',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
]);

/** Another writer has written the same key first. */
export function isUniqueViolation(error: unknown): boolean {
  return UNIQUE_VIOLATIONS.has(driverCode(error));
}

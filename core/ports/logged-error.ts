/** What a log line may say of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly cause?: LoggedError;
}

const DEEPEST_CAUSE = 5;

/** Message and stack alone: the other properties of a driver's error may hold a row's values. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'Something that is no error was thrown.', stack: '' };
  const { name, message, stack = '', cause } = error;
  const report = { type: name, message, stack };
  return cause === undefined || depth >= DEEPEST_CAUSE ? report : { ...report, cause: loggedError(cause, depth + 1) };
}

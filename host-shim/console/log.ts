import { type Logger, pino } from 'pino';
import type { LogLevel } from './configuration.ts';

/** JSON lines on standard error; standard output is for what the operator reads. */
export function openLog(level: LogLevel): Logger {
  return pino({ level }, pino.destination({ dest: 2, sync: true }));
}

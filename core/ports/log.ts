/** Where the plugin writes what happens; pino has this shape. Never given a secret or a contact's data. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

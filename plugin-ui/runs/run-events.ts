/** Get Autotask Contacts was pressed while it can be used. */
export class RefreshRequestEvent extends Event {
  constructor() {
    super('atc-refresh-request');
  }
}

/** Get Autotask Contacts was pressed while something is missing. */
export class RefreshRefusedEvent extends Event {
  readonly why: string;

  constructor(why: string) {
    super('atc-refresh-refused');
    this.why = why;
  }
}

/** The previewed import was confirmed. */
export class ImportConfirmEvent extends Event {
  constructor() {
    super('atc-import-confirm');
  }
}

/** The dialog was left without importing. */
export class ImportCancelEvent extends Event {
  constructor() {
    super('atc-import-cancel');
  }
}

/** A result was read and can go. */
export class ResultCloseEvent extends Event {
  constructor() {
    super('atc-result-close');
  }
}

declare global {
  interface HTMLElementEventMap {
    'atc-refresh-request': RefreshRequestEvent;
    'atc-refresh-refused': RefreshRefusedEvent;
    'atc-import-confirm': ImportConfirmEvent;
    'atc-import-cancel': ImportCancelEvent;
    'atc-result-close': ResultCloseEvent;
  }
}

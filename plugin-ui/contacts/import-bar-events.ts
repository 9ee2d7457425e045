/** Import Contacts was pressed while it can be used. */
export class ImportRequestEvent extends Event {
  constructor() {
    super('atc-import-request');
  }
}

/** Import Contacts was pressed while something is missing; the bar says what. */
export class ImportRefusedEvent extends Event {
  readonly why: string;

  constructor(why: string) {
    super('atc-import-refused');
    this.why = why;
  }
}

export class SelectionClearEvent extends Event {
  constructor() {
    super('atc-selection-clear');
  }
}

/** Inactive contacts are to be shown, or hidden again. */
export class InactiveToggleEvent extends Event {
  constructor() {
    super('atc-inactive-toggle');
  }
}

declare global {
  interface HTMLElementEventMap {
    'atc-import-request': ImportRequestEvent;
    'atc-import-refused': ImportRefusedEvent;
    'atc-selection-clear': SelectionClearEvent;
    'atc-inactive-toggle': InactiveToggleEvent;
  }
}

import type { RefreshMode } from '../../core/contract/index.ts';

/** A refresh was asked for while it can be; without a mode the server chooses. */
export class RefreshRequestEvent extends Event {
  readonly mode: RefreshMode | undefined;

  constructor(mode?: RefreshMode) {
    super('atc-refresh-request');
    this.mode = mode;
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

/** The held run is to go on. */
export class RunReleaseEvent extends Event {
  constructor() {
    super('atc-run-release');
  }
}

/** The held run is to end: nothing is changed. */
export class RunDropEvent extends Event {
  constructor() {
    super('atc-run-drop');
  }
}

/** The run under way is to end; what it has done stays. */
export class RunCancelEvent extends Event {
  constructor() {
    super('atc-run-cancel');
  }
}

/** The contacts that the import failed for are to be imported once more. */
export class RunRetryEvent extends Event {
  constructor() {
    super('atc-run-retry');
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

/** The users that an import creates are to be sent their instructions, or not after all. */
export class InstructionsToggleEvent extends Event {
  constructor() {
    super('atc-instructions-toggle');
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
    'atc-run-release': RunReleaseEvent;
    'atc-run-drop': RunDropEvent;
    'atc-run-cancel': RunCancelEvent;
    'atc-run-retry': RunRetryEvent;
    'atc-import-confirm': ImportConfirmEvent;
    'atc-import-cancel': ImportCancelEvent;
    'atc-instructions-toggle': InstructionsToggleEvent;
    'atc-result-close': ResultCloseEvent;
  }
}

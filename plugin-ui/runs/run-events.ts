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

/** The held refresh is to go on: its list takes the place of the present one. */
export class RefreshReleaseEvent extends Event {
  constructor() {
    super('atc-refresh-release');
  }
}

/** The held refresh is to end: the list stays as it is. */
export class RefreshDropEvent extends Event {
  constructor() {
    super('atc-refresh-drop');
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
    'atc-refresh-release': RefreshReleaseEvent;
    'atc-refresh-drop': RefreshDropEvent;
    'atc-import-confirm': ImportConfirmEvent;
    'atc-import-cancel': ImportCancelEvent;
    'atc-result-close': ResultCloseEvent;
  }
}

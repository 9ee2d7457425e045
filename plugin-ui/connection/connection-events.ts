import type { SaveConnectionBody } from '../../core/contract/index.ts';

/** Save was pressed with both boxes filled. */
export class ConnectionSaveEvent extends Event {
  readonly credentials: SaveConnectionBody;

  constructor(credentials: SaveConnectionBody) {
    super('atc-connection-save');
    this.credentials = credentials;
  }
}

/** Test was pressed; leaves the form, like the next one. */
export class ConnectionTestEvent extends Event {
  constructor() {
    super('atc-connection-test', { bubbles: true, composed: true });
  }
}

/** Forgetting was confirmed. */
export class ConnectionForgetEvent extends Event {
  constructor() {
    super('atc-connection-forget', { bubbles: true, composed: true });
  }
}

/** The dialog's own answer: the credentials are to be forgotten. */
export class ForgetConfirmEvent extends Event {
  constructor() {
    super('atc-forget-confirm');
  }
}

/** The dialog was left; the credentials stay. */
export class ForgetCancelEvent extends Event {
  constructor() {
    super('atc-forget-cancel');
  }
}

declare global {
  interface HTMLElementEventMap {
    'atc-connection-save': ConnectionSaveEvent;
    'atc-connection-test': ConnectionTestEvent;
    'atc-connection-forget': ConnectionForgetEvent;
    'atc-forget-confirm': ForgetConfirmEvent;
    'atc-forget-cancel': ForgetCancelEvent;
  }
}

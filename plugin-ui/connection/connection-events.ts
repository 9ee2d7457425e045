import type { SaveConnectionBody } from '../../core/contract/index.ts';

/** Save was pressed with both boxes filled. */
export class ConnectionSaveEvent extends Event {
  readonly credentials: SaveConnectionBody;

  constructor(credentials: SaveConnectionBody) {
    super('atc-connection-save');
    this.credentials = credentials;
  }
}

/** Test was pressed. */
export class ConnectionTestEvent extends Event {
  constructor() {
    super('atc-connection-test');
  }
}

declare global {
  interface HTMLElementEventMap {
    'atc-connection-save': ConnectionSaveEvent;
    'atc-connection-test': ConnectionTestEvent;
  }
}

import type { Outcome } from '../../core/contract/index.ts';
import type { RunAction } from './run-actions.ts';

/** The history was opened, or closed. */
export class HistoryToggleEvent extends Event {
  readonly isOpen: boolean;

  constructor(isOpen: boolean) {
    super('atc-history-toggle');
    this.isOpen = isOpen;
  }
}

/** The contacts of the run are to be shown, or hidden. */
export class RunToggleEvent extends Event {
  constructor() {
    super('atc-run-toggle');
  }
}

/** More of what is listed is to be shown. */
export class ListMoreEvent extends Event {
  constructor() {
    super('atc-list-more');
  }
}

/** What could not be listed is to be read once more. */
export class ListRetryEvent extends Event {
  constructor() {
    super('atc-list-retry');
  }
}

/** Something is to be done with the run. */
export class RunActionEvent extends Event {
  readonly action: RunAction;

  constructor(action: RunAction) {
    super('atc-run-action');
    this.action = action;
  }
}

/** Only contacts that ended like this are to be shown; without an outcome all. */
export class OutcomeChoiceEvent extends Event {
  readonly outcome: Outcome | undefined;

  constructor(outcome: Outcome | undefined) {
    super('atc-outcome-choice');
    this.outcome = outcome;
  }
}

declare global {
  interface HTMLElementEventMap {
    'atc-history-toggle': HistoryToggleEvent;
    'atc-list-more': ListMoreEvent;
    'atc-list-retry': ListRetryEvent;
    'atc-run-toggle': RunToggleEvent;
    'atc-run-action': RunActionEvent;
    'atc-outcome-choice': OutcomeChoiceEvent;
  }
}

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

/** More runs are to be listed. */
export class HistoryMoreEvent extends Event {
  constructor() {
    super('atc-history-more');
  }
}

/** The runs are to be read once more. */
export class HistoryRetryEvent extends Event {
  constructor() {
    super('atc-history-retry');
  }
}

/** The contacts of the run are to be shown, or hidden. */
export class RunToggleEvent extends Event {
  constructor() {
    super('atc-run-toggle');
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

/** More contacts of the run are to be shown. */
export class RunItemsMoreEvent extends Event {
  constructor() {
    super('atc-run-items-more');
  }
}

/** The contacts of the run are to be read once more. */
export class RunItemsRetryEvent extends Event {
  constructor() {
    super('atc-run-items-retry');
  }
}

declare global {
  interface HTMLElementEventMap {
    'atc-history-toggle': HistoryToggleEvent;
    'atc-history-more': HistoryMoreEvent;
    'atc-history-retry': HistoryRetryEvent;
    'atc-run-toggle': RunToggleEvent;
    'atc-run-action': RunActionEvent;
    'atc-outcome-choice': OutcomeChoiceEvent;
    'atc-run-items-more': RunItemsMoreEvent;
    'atc-run-items-retry': RunItemsRetryEvent;
  }
}

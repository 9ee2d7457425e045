import type { ImportEffect } from '../domain/import-plan.ts';
import type { Reason, ReasonCode } from '../domain/reason.ts';
import type { ItemContact, Outcome, RunKind, RunProblem, RunState } from '../domain/run.ts';
import type { SelectionBody } from './contact.ts';

export type { ImportEffect, ItemContact, Outcome, RunKind, RunProblem, RunState };

/** The answer of `GET /api/runs/:id`, and each event of `GET /api/runs/:id/events`. */
export interface RunView {
  readonly id: string;
  readonly kind: RunKind;
  readonly state: RunState;
  /** The name of who asked for it. */
  readonly requestedBy: string;
  readonly total: number;
  readonly done: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly notAttempted: number;
  readonly problem: RunProblem | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/** A row of `GET /api/runs/:id/items`; `outcome` is null while the run goes on. */
export interface RunItemView {
  readonly contactId: string;
  /** As it was when the import was asked for. */
  readonly contact: ItemContact | null;
  readonly outcome: Outcome | null;
  readonly reason: Reason | null;
}

/** The body of `POST /api/imports/preview` and, with the rest, of `POST /api/imports`. */
export interface ImportBody {
  readonly selection: SelectionBody;
  /** Of the preview that was confirmed. */
  readonly fingerprint?: string;
  readonly sendInstructions?: boolean;
}

/** A contact that a preview names. */
export interface PreviewedContact extends ItemContact {
  readonly contactId: string;
  readonly effect: ImportEffect;
  /** Why it is blocked; null when it is not. */
  readonly reason: ReasonCode | null;
}

/** The answer of `POST /api/imports/preview`. */
export interface ImportPreview {
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  readonly blocked: readonly { readonly code: ReasonCode; readonly count: number; readonly reason: Reason }[];
  /** Of those that would be created or updated. */
  readonly byDestination: readonly { readonly destinationId: string; readonly count: number }[];
  readonly byPackage: readonly { readonly packageId: string; readonly count: number }[];
  /** The first ten contacts of each effect, and of the blocked those of each reason. */
  readonly named: readonly PreviewedContact[];
  /** What the packages of the users to create add up to, in GB; null when one is without limit. */
  readonly capacityGb: number | null;
  readonly fingerprint: string;
  /** Whether `sendInstructions` does anything: else nobody needs to be asked. */
  readonly mailsInstructions: boolean;
}

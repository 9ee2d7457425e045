import type {
  AccountPage,
  ConnectionView,
  ContactItem,
  ContactPage,
  ImportPreview,
  RunItemView,
  RunView,
} from '../../core/contract/index.ts';
import type { Connection } from '../../core/domain/connection.ts';
import { reasonOf } from '../../core/domain/reason.ts';
import type { Run, RunItem } from '../../core/domain/run.ts';
import type { BookAccountPage } from '../../core/ports/contact-book.ts';
import type { ContactList, ListedContact } from '../../core/use-cases/list-contacts.ts';
import type { PreviewedImport } from '../../core/use-cases/preview-import.ts';

export function connectionView(connection: Connection): ConnectionView {
  const { state, username, hasPassword, zone, checkedAt, access, problem } = connection;
  return { state, username, hasPassword, zone, checkedAt, access, problem };
}

export function contactItem({ contact, assignment, ...listed }: ListedContact): ContactItem {
  return {
    id: contact.id,
    firstName: contact.firstName,
    lastName: contact.lastName,
    email: contact.email,
    account: contact.account,
    accountId: contact.accountId,
    active: contact.isActive && !contact.isGone,
    status: listed.status,
    destinationId: assignment.destinationId,
    packageId: assignment.packageId,
    userId: listed.userId,
    problem: listed.problem,
    reason: listed.reason,
    difference: listed.differences.length === 0 ? null : listed.differences,
  };
}

export function contactPage({ contacts, next, totals }: ContactList): ContactPage {
  return { items: contacts.map(contactItem), next, ...totals };
}

export function accountPage({ accounts, next }: BookAccountPage): AccountPage {
  return { items: accounts, next };
}

export function runView({ tally, ...run }: Run): RunView {
  return {
    id: run.id,
    kind: run.kind,
    state: run.state,
    requestedBy: run.requestedBy,
    total: run.total,
    done: run.done,
    created: tally.created,
    updated: tally.updated,
    unchanged: tally.unchanged,
    failed: tally.failed,
    notAttempted: tally.not_attempted,
    problem: run.problem,
    createdAt: run.createdAt,
    finishedAt: run.finishedAt,
  };
}

export function runItemView({ contactId, contact, outcome, reason }: RunItem): RunItemView {
  return { contactId, contact, outcome, reason };
}

export function importPreview(preview: PreviewedImport): ImportPreview {
  return {
    ...preview,
    blocked: preview.blocked.map(({ code, count }) => ({ code, count, reason: reasonOf(code) })),
    byDestination: mostFirst(preview.byDestination).map(([destinationId, count]) => ({ destinationId, count })),
    byPackage: mostFirst(preview.byPackage).map(([packageId, count]) => ({ packageId, count })),
  };
}

function mostFirst<Id extends string>(counts: ReadonlyMap<Id, number>): [Id, number][] {
  return [...counts].sort(([id, count], [otherId, otherCount]) => otherCount - count || (id < otherId ? -1 : 1));
}

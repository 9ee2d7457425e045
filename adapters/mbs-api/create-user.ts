import { userId } from '../../core/domain/ids.ts';
import type { UserTarget } from '../../core/domain/import-plan.ts';
import type { SaveResult } from '../../core/ports/user-repository.ts';
import { assignmentBody } from './assignment-body.ts';
import type { KnownCompanies } from './companies.ts';
import type { JsonObject } from './json.ts';
import type { Caller } from './outage.ts';
import { newPassword } from './password.ts';
import { refusal, rejection } from './rejection.ts';
import { isTaken } from './taken-login.ts';
import { write } from './write-outcome.ts';

/** `taken`: somebody has the login. `unclear`: the user may have been made. Only the list of users tells more. */
export type Creation = SaveResult | { readonly kind: 'taken' } | { readonly kind: 'unclear' };

interface CreateParts {
  readonly caller: Caller;
  readonly companies: KnownCompanies;
  readonly sendInstructions: boolean;
}

// Licences as the company has them (mbs.md §3.3).
const COMPANY_SETTINGS = 2;

/** Makes a user with destination and package in one call, at most once (mbs.md §0.2). */
export async function createUser(target: UserTarget, parts: CreateParts): Promise<Creation> {
  const company = await parts.companies.ensure(target.company);
  if (typeof company !== 'string') return company;
  const body = newUser(target, company, parts);
  const outcome = await write(parts.caller, { method: 'POST', path: 'Users', body });
  if (outcome.kind === 'done') {
    return outcome.id === null ? { kind: 'unclear' } : { kind: 'created', userId: userId(outcome.id) };
  }
  if (outcome.kind === 'unsent') return rejection('console_unavailable');
  if (outcome.kind === 'unclear') return { kind: 'unclear' };
  return isTaken(outcome.words) ? { kind: 'taken' } : refusal(outcome.words);
}

function newUser(target: UserTarget, company: string, { sendInstructions }: CreateParts): JsonObject {
  const email = target.email.trim();
  return {
    Email: email,
    FirstName: target.firstName,
    LastName: target.lastName,
    // Mails go there, not to the login (mbs.md §4, documented).
    NotificationEmails: [email],
    ...(company === '' ? {} : { Company: company }),
    Enabled: true,
    Password: newPassword(),
    DestinationList: [assignmentBody(target)],
    SendEmailInstruction: sendInstructions,
    // Misspelt on the wire (mbs.md §3.3).
    LicenseManagmentMode: COMPANY_SETTINGS,
  };
}

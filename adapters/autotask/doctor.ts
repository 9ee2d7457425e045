import type { PluginError } from '../../core/ports/errors.ts';
import {
  SourceForbidden,
  SourceIncomplete,
  SourceThrottled,
  SourceUnauthorized,
  SourceUnavailable,
} from '../../core/ports/errors.ts';
import type { FailureKind } from './autotask-failure.ts';

/** What is wrong, in plain words, and what a person does about it. */
interface Finding {
  readonly error: new (safeDetail: string, options?: { cause?: unknown; remedy?: string }) => PluginError;
  readonly text: (about: string) => string;
  readonly remedy: string;
}

const API_USER = 'Admin > Organization Settings & Users > Resources/Users (HR) > Resources/Users > the API user';
const SECURITY_LEVELS = 'Admin > Organization Settings & Users > Resources/Users (HR) > Security > Security Levels';
const TRY_LATER = 'Try again in a few minutes.';
const LIST_UNTOUCHED = 'Try again; if it happens every time, tell Autotask support.';

/** Every finding, with the names of Autotask's own screens (autotask-api.md §2.4). */
export const doctor: Readonly<Record<FailureKind, Finding>> = {
  // A new API user can be unknown for a while, and an outage looks the same (autotask-api.md §1, seen in 1 client).
  username_unknown: {
    error: SourceUnauthorized,
    text: () => 'Autotask does not know this UserName.',
    remedy:
      `Copy the user name from ${API_USER} > Credentials, and mind that it is not the email address of a person. ` +
      'An API user made just now may be unknown for some minutes.',
  },
  // A wrong secret, a wrong code and a locked user all answer 401 with an empty body (autotask-api.md §2.2).
  sign_in_refused: {
    error: SourceUnauthorized,
    text: () =>
      'Autotask knows the UserName but refused to sign it in, and does not say why: the Password (the secret of the ' +
      'API user) is wrong, or the integration code is, or the API user is locked or inactive.',
    remedy:
      `Open ${API_USER}: Active must be ticked and Locked must not. If they are right, generate a new secret there, ` +
      'enter it as Password and press Save. If that is refused too, check the API tracking identifier. ' +
      'Until then no further call is made, because repeated failures lock the API user.',
  },
  // Seen as a text of its own in older recordings only (autotask-api.md §2.2).
  integration_code_invalid: {
    error: SourceUnauthorized,
    text: () => 'Autotask does not accept the integration code (its API tracking identifier).',
    remedy: `Compare it with ${API_USER} > API Tracking Identifier, then save again.`,
  },
  unsendable: {
    error: SourceUnauthorized,
    text: (field) => `The ${field} is empty or has a character that Autotask never uses, such as a line break.`,
    remedy: `Copy it again from ${API_USER}, without anything before or after it.`,
  },
  forbidden: {
    error: SourceForbidden,
    text: (entity) => `The API user may not see ${entity} in Autotask.`,
    remedy:
      `Open ${SECURITY_LEVELS} > the level of the API user > CRM: set every line of Organization & Contact Access to ` +
      'All, and under Object Permissions set View to All for Organizations and for Contacts. Then press Test.',
  },
  thread_limit: {
    error: SourceThrottled,
    text: () => 'Autotask keeps refusing calls because more than three at once came under the same integration code.',
    remedy: 'Let other programs that use this integration code finish, then try again.',
  },
  hour_limit: {
    error: SourceThrottled,
    text: () => 'Autotask keeps refusing calls; most likely its 10,000 calls of this hour are used up.',
    remedy:
      'See Admin > Extensions & Integrations > Other Extensions & Tools > API Activity by Hour, and try again within ' +
      'the hour.',
  },
  unreachable: {
    error: SourceUnavailable,
    text: (host) => `Autotask could not be reached at ${host}.`,
    remedy: `Check that this server may open HTTPS connections to the internet. ${TRY_LATER}`,
  },
  insecure: {
    error: SourceUnavailable,
    text: (host) => `No connection that can be trusted was possible to ${host} (HTTPS), so nothing was sent to it.`,
    remedy: 'Check the clock of this server, and whether something between it and Autotask opens HTTPS connections.',
  },
  timed_out: {
    error: SourceUnavailable,
    text: (host) => `Autotask did not answer in time at ${host}.`,
    remedy: TRY_LATER,
  },
  down: {
    error: SourceUnavailable,
    text: (status) => `Autotask is not working at the moment (HTTP ${status}).`,
    remedy: TRY_LATER,
  },
  redirected: {
    error: SourceUnavailable,
    text: (status) => `Autotask's address sends on to another one (HTTP ${status}), which is not followed.`,
    remedy: 'Check the address that is set for Autotask, and proxies between this server and the internet.',
  },
  unexpected_status: {
    error: SourceUnavailable,
    text: (status) => `Autotask's address gave an answer that is not part of its interface (HTTP ${status}).`,
    remedy: 'Check the address that is set for Autotask.',
  },
  untrusted_zone: {
    error: SourceUnavailable,
    text: () => 'Autotask named a zone address that is not one of Autotask, so nothing was sent to it.',
    remedy: 'Check the address that is set for Autotask.',
  },
  bad_zone: {
    error: SourceUnavailable,
    text: () => 'Autotask did not say which zone the UserName belongs to.',
    remedy: TRY_LATER,
  },
  not_data: {
    error: SourceIncomplete,
    text: (form) => `Autotask answered with ${form} instead of data; it does so during maintenance.`,
    remedy: TRY_LATER,
  },
  query_refused: {
    error: SourceIncomplete,
    text: (words) => `Autotask refused to answer, in these words: “${words}”.`,
    remedy: LIST_UNTOUCHED,
  },
  bad_page: {
    error: SourceIncomplete,
    text: (what) => `Autotask's answer can't be trusted: ${what}.`,
    remedy: LIST_UNTOUCHED,
  },
  database_changed: {
    error: SourceIncomplete,
    text: () => 'The UserName moved to another Autotask database while its data were being read.',
    remedy: 'Press Test, then try again.',
  },
};

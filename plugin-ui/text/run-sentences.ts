import { str } from '@lit/localize';
import type { Sentence } from './sentence.ts';

/** What the server says of runs, the stored credentials and requests. */
export const runSentences: readonly Sentence[] = [
  (count, before) => str`Autotask showed only ${count} contacts, but the list has ${before}.`,
  (before) => str`Autotask showed only 1 contact, but the list has ${before}.`,
  (before) => str`Autotask showed no contacts, but the list has ${before}.`,
  () =>
    str`Most likely the API user was given fewer rights in Autotask, or many contacts were deleted there. Check the security level of the API user under CRM.`,
  () => str`Release the new list to take over what Autotask shows, or drop it to keep the old one.`,
  () => str`Autotask shows the API user no contacts.`,
  () => str`If there are contacts in Autotask, check what the security level of the API user may view under CRM.`,
  (counted, entity, received) => str`Autotask counts ${counted} ${entity} but sent ${received}.`,
  (updates, linked) =>
    str`The import would change ${updates} users, of ${linked} that were imported so far. Nothing was changed.`,
  () =>
    str`Release the import if that is meant, or drop it. An import that is confirmed after its preview never waits.`,
  () => str`Something unforeseen went wrong.`,
  () => str`Something unforeseen went wrong. The log tells what, under this id.`,
  () => str`Try again; the log has the details.`,
  () => str`Try again.`,
  () => str`Enter UserName and Password and press Save.`,
  () => str`Enter UserName and Password again and press Save.`,
  () => str`Check UserName and Password in Autotask, enter them again and press Save.`,
  () => str`Give the API user the right that is named, then try again.`,
  () => str`Wait some minutes, or let other integrations rest, then try again.`,
  () => str`Wait some minutes, then try again.`,
  () => str`Try again. If it happens every time, tell Autotask support.`,
  () => str`Save UserName and Password first; without them there is nothing to get.`,
  () => str`No UserName and Password are stored. Enter them and press Save.`,
  () => str`The stored credentials are damaged. Enter UserName and Password again and press Save.`,
  () => str`The stored secret can’t be read with the keys at hand; it has to be entered again.`,
  (id) => str`There is no contact ${id} in the list.`,
  () => str`There is no such run.`,
  (id) => str`There is no run ${id}.`,
  () => str`The run has ended already.`,
  () => str`The run is not held, so it needs no release.`,
  () => str`Only an import can be retried.`,
  () => str`The import has not ended yet.`,
  () => str`The import has failed for no contact.`,
  () => str`destinationId names no destination of your storage accounts.`,
  () => str`packageId names no package.`,
];

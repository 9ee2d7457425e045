import { jsonAnswer } from '../../practice-server/answer.ts';
import { isFileShare, type StorageAccount } from '../data/storage-account.ts';
import type { PracticeState } from '../practice-state.ts';
import type { SentObject } from '../sent/sent-object.ts';
import { type Answer, nothingAnswer } from '../server/answer.ts';
import { wireAccount } from '../wire/wire-account.ts';
import { askedUuid } from './asked-id.ts';
import { Refused } from './refused.ts';
import type { Asked, Route } from './route.ts';

/** Storage accounts are made in the console only, where their own credentials are. */
export const accountRoutes: readonly Route[] = [
  { method: 'GET', route: 'Accounts', answer: listAccounts },
  { method: 'GET', route: 'Accounts/{id}', answer: oneAccount },
  { method: 'POST', route: 'Accounts/AddDestination', answer: addDestination('Destination') },
  // It is `BucketName` whatever the type of storage (mbs.md §1.5, documented).
  { method: 'POST', route: 'Accounts/CreateDestination', answer: addDestination('BucketName') },
  { method: 'PUT', route: 'Accounts/EditDestination', answer: editDestination },
  { method: 'PUT', route: 'Accounts/RemoveDestination', answer: removeDestination },
];

function listAccounts(state: PracticeState): Answer {
  const accounts = [...state.database.accounts.values()];
  return jsonAnswer(
    200,
    accounts.map((account) => wireAccount(state, account)),
  );
}

function oneAccount(state: PracticeState, { call }: Asked): Answer {
  const account = state.database.accounts.get(askedUuid(call));
  return jsonAnswer(200, account === undefined ? null : wireAccount(state, account));
}

function addDestination(nameField: string): Route['answer'] {
  return (state, { sent }) => {
    const account = sentAccount(state, sent);
    const name = sent.text(nameField) ?? '';
    if (name.trim() === '') throw new Refused('The request is invalid.');
    checkNoFileShare(account);
    if (account.destinations.some((each) => each.name === name)) throw new Refused('Destination already exists.');
    const id = state.database.newId();
    const displayName = sent.text('DestinationDisplayName') ?? name;
    putDestinations(state, account, [...account.destinations, { id, name, displayName }]);
    return jsonAnswer(200, id);
  };
}

function editDestination(state: PracticeState, { sent }: Asked): Answer {
  const account = sentAccount(state, sent);
  const edited = ownDestination(account, sent);
  const displayName = sent.text('DestinationDisplayName') ?? edited.displayName;
  putDestinations(
    state,
    account,
    account.destinations.map((each) => (each === edited ? { ...each, displayName } : each)),
  );
  return nothingAnswer(state.switches);
}

function removeDestination(state: PracticeState, { sent }: Asked): Answer {
  const account = sentAccount(state, sent);
  const removed = ownDestination(account, sent);
  checkNoFileShare(account);
  putDestinations(
    state,
    account,
    account.destinations.filter((each) => each !== removed),
  );
  return nothingAnswer(state.switches);
}

function sentAccount({ database }: PracticeState, sent: SentObject): StorageAccount {
  const account = database.accounts.get((sent.text('AccountID') ?? '').toLowerCase());
  if (account === undefined) throw new Refused('Account not found.');
  return account;
}

/** It has exactly one destination, fixed when it is made (mbs.md §1.5, documented). */
function checkNoFileShare(account: StorageAccount): void {
  if (isFileShare(account)) throw new Refused('A file share has exactly one destination.');
}

function ownDestination({ destinations }: StorageAccount, sent: SentObject): StorageAccount['destinations'][number] {
  const found = destinations.find(({ id }) => id === sent.text('DestinationID')?.toLowerCase());
  if (found === undefined) throw new Refused('Destination not found.');
  return found;
}

function putDestinations(
  { database }: PracticeState,
  account: StorageAccount,
  destinations: StorageAccount['destinations'],
): void {
  database.accounts.set(account.id, { ...account, destinations });
}

import type { ContactDetail, ContactExplanation } from '../../core/contract/index.ts';
import { answerText, detailsText, effectText, ownershipText } from '../text/details-text.ts';
import { reasonWords } from '../text/reason-text.ts';

/** How the status of a contact came about, step by step in words. */
export function contactTrace(contact: ContactDetail, locale: string): readonly string[] {
  const { explanation } = contact;
  return [
    readStep(contact),
    contact.active ? detailsText.active() : detailsText.inactive(),
    ...matchSteps(contact),
    ...shareSteps(explanation, locale),
    lastAnswer(contact),
    effectStep(explanation),
  ];
}

function readStep({ id, account, problem }: ContactDetail): string {
  if (problem === 'contact_gone') return detailsText.gone(id);
  return account === '' ? detailsText.readWithoutAccount(id) : detailsText.read(id, account);
}

function matchSteps({ userId, explanation: { matchedOn, ownership } }: ContactDetail): readonly string[] {
  if (matchedOn === null) return [detailsText.noEmail()];
  const whose = ownership === 'own' ? detailsText.ownUser(userId ?? '') : ownershipText[ownership]();
  return [detailsText.lookedFor(matchedOn), whose];
}

function shareSteps({ matchedOn, sharedWith }: ContactExplanation, locale: string): readonly string[] {
  if (matchedOn === null) return [];
  if (sharedWith.length === 0) return [detailsText.notShared()];
  const ids = new Intl.ListFormat(locale).format(sharedWith);
  return [detailsText.sharedWith(sharedWith.length, ids, locale)];
}

function lastAnswer({ status, reason }: ContactDetail): string {
  return status === 'failed'
    ? detailsText.lastFailed(reason === null ? '' : reasonWords(reason).text)
    : answerText[status]();
}

function effectStep({ effect, blockedBy }: ContactExplanation): string {
  return effect === 'blocked'
    ? detailsText.blockedNow(blockedBy === null ? '' : reasonWords(blockedBy).text)
    : effectText[effect]();
}

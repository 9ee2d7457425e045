import type { ContactFilterQuery } from '../../core/contract/index.ts';
import { filterText, problemFilterText, statusText } from '../text/filter-text.ts';

/** What a filter asks for, part by part, in words. */
export function filterWords(filter: ContactFilterQuery, accountName: string): readonly string[] {
  const { q, status, account, problem, needsWork, active } = filter;
  return [
    q === undefined ? null : filterText.searchedFor(q),
    status === undefined ? null : filterText.withStatus(statusText[status]()),
    account === undefined ? null : filterText.ofAccount(accountName),
    problem === undefined ? null : filterText.withProblem(problemFilterText[problem]()),
    needsWork === undefined ? null : needsWork ? filterText.needsWork() : filterText.workDone(),
    active === true ? filterText.onlyActive() : null,
  ].filter((words) => words !== null);
}

import type { ApiProblem } from '../api/api-problem.ts';

/** What went wrong, in which a field is called as the screen calls it. */
export function problemWords({ message, field }: ApiProblem, labels: Readonly<Record<string, string>>): string {
  const label = field === null ? undefined : labels[field];
  return label === undefined ? message : message.replace(`"${field}"`, label);
}

import { msg, str } from '@lit/localize';
import { findingWords, foundIn, serverWords } from './server-words.ts';

/** What went wrong, and what mends it; either may be empty. */
export interface ProblemWords {
  readonly title: string;
  readonly remedy: string;
}

interface WordedProblem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly id: string | null;
}

const WORDS: Readonly<Record<string, (problem: WordedProblem) => ProblemWords>> = {
  network: () => ({
    title: msg('The console could not be reached.'),
    remedy: msg('Check your network connection, then try again.'),
  }),
  bad_answer: ({ status }) => ({
    title: msg(str`The console sent an answer that the page can’t read (HTTP ${status}).`),
    remedy: msg('Try again. If it happens every time, tell whoever runs the console.'),
  }),
  source_unauthorized: ({ detail }) => ({
    title: msg('Autotask refused the credentials. Nothing was changed.'),
    remedy: serverWords(detail),
  }),
  plan_changed: () => ({
    title: msg('The import would do something else now. Nothing was imported.'),
    remedy: msg('Look at the new numbers, then confirm again.'),
  }),
  run_not_held: () => ({
    title: msg('It is not held back any more.'),
    remedy: msg('Somebody else has released or dropped it, or has started a new one.'),
  }),
  nothing_to_retry: ({ detail }) => ({
    title: serverWords(detail),
    remedy: msg('Tick contacts in the list to import them again.'),
  }),
  not_connected: () => ({
    title: msg('Not connected to Autotask yet.'),
    remedy: msg('Enter UserName and Password and press Save.'),
  }),
};

/** Chooses the words for a failed request by its status and code; what the server says of it stands beside. */
export function problemWords(problem: WordedProblem): ProblemWords {
  if (problem.status === 401) {
    return { title: msg('You are signed out.'), remedy: msg('Sign in to the console again, then try again.') };
  }
  if (problem.code === 'csrf_token_wrong') {
    return {
      title: msg('The console has been signed in to anew since this page was opened. Nothing was changed.'),
      remedy: msg('Reload the page, then try again.'),
    };
  }
  if (problem.status === 403) {
    return {
      title: msg('You may not do this.'),
      remedy: msg('Ask your administrator for the permission to manage the Autotask integration.'),
    };
  }
  const words = WORDS[problem.code];
  if (words !== undefined) return words(problem);
  if (problem.status >= 500 && problem.id !== null) {
    const { text, remedy } = findingWords(foundIn(problem.detail));
    if (remedy !== '') return { title: text, remedy };
    return {
      title: text,
      remedy: msg(str`Try again. If it happens every time, tell whoever runs the console this number: ${problem.id}`),
    };
  }
  return { title: serverWords(problem.detail), remedy: '' };
}

/** The same as one text, for the status region and for narrow places. */
export function problemSentence(problem: WordedProblem): string {
  const { title, remedy } = problemWords(problem);
  return remedy === '' ? title : `${title} ${remedy}`;
}

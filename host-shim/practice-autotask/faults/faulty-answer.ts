import { type Answer, htmlAnswer, jsonAnswer } from '../../practice-server/answer.ts';
import { entriesOf, looseObject, parseJson } from '../query/loose-json.ts';
import { unauthorizedAnswer } from '../server/answer.ts';
import type { Strike } from './fault-orders.ts';

export interface StruckCall {
  readonly url: string;
  readonly zone: number;
  readonly threadRefusal: Answer;
  /** The answer to the page before, for one that comes again. */
  readonly pageBefore: Answer | undefined;
}

/** What a call gets instead of its right answer (autotask-api.md §6 and §12.8). */
export function faultyAnswer({ fault, leadsTo }: Strike, right: Answer, struck: StruckCall): Answer {
  switch (fault) {
    case 'slow':
      return right;
    case 'html_200':
      return htmlAnswer(200, 'Scheduled maintenance', 'Autotask is being updated and will be back shortly.');
    case 'html_404':
      return htmlAnswer(
        404,
        '404 - File or directory not found.',
        'The resource you are looking for might have been removed.',
      );
    case 'truncated_json':
      return { ...right, body: right.body.slice(0, Math.floor(right.body.length / 2)) };
    case 'empty_200':
      return { ...right, status: 200, body: '' };
    case 'error_500':
      return htmlAnswer(500, 'Runtime Error', 'An application error occurred on the server.');
    case 'bad_gateway':
      return htmlAnswer(502, '502 Bad Gateway', 'The server received an invalid response.');
    case 'unavailable':
      return htmlAnswer(503, '503 Service Unavailable', 'The service is unavailable.');
    case 'gateway_timeout':
      return htmlAnswer(504, '504 Gateway Timeout', 'The server did not answer in time.');
    case 'reset':
      return { ...right, breaksOff: 'before' };
    case 'reset_midway':
      return { ...right, breaksOff: 'midway' };
    case 'errors_in_200':
      return errorsIn200(right);
    case 'short_page':
      return changedPage(right, shortened);
    case 'repeated_page':
      return struck.pageBefore ?? right;
    case 'looping_page':
      return changedPage(right, nextPageAt(struck.url));
    case 'foreign_next_page':
      return changedPage(right, nextPageAt(new URL('V1.0/Contacts/query/next', leadsTo).href));
    case 'redirect':
      return { status: 307, headers: { location: leadsTo }, body: '' };
    case 'thread_refusal':
      return struck.threadRefusal;
    case 'unauthorized':
      return unauthorizedAnswer(struck.zone);
  }
}

interface Page {
  readonly items: readonly unknown[];
  readonly pageDetails: Readonly<Record<string, unknown>>;
}

/** What answers no page, such as a refusal, stays as it is. */
function changedPage(right: Answer, change: (page: Page) => Page): Answer {
  const page = readPage(right);
  return page === undefined ? right : jsonAnswer(200, change(page));
}

function readPage(answer: Answer): Page | undefined {
  const object = looseObject(parseJson(answer.body));
  const items = object?.get('items');
  if (!Array.isArray(items)) return undefined;
  return { items, pageDetails: Object.fromEntries(entriesOf(object?.get('pagedetails'))) };
}

/** Half the rows, and no word of the others. */
function shortened({ items, pageDetails }: Page): Page {
  const kept = items.slice(0, Math.floor(items.length / 2));
  return { items: kept, pageDetails: { ...pageDetails, count: kept.length, nextPageUrl: null } };
}

function nextPageAt(nextPageUrl: string): (page: Page) => Page {
  return ({ items, pageDetails }) => ({ items, pageDetails: { ...pageDetails, nextPageUrl } });
}

/** A page is empty beside its errors, so that who overlooks them takes it for the end of the rows. */
function errorsIn200(right: Answer): Answer {
  const page = readPage(right);
  const empty = page === undefined ? {} : shortened({ ...page, items: [] });
  return jsonAnswer(200, { ...empty, errors: ['An unexpected error occurred.'] });
}

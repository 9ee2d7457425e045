import { entriesOf, type LooseObject, looseObject, parseJson } from '../query/loose-json.ts';
import { type Answer, htmlAnswer, jsonAnswer, threadRefusalAnswer, unauthorizedAnswer } from '../server/answer.ts';
import type { FaultName } from './fault-orders.ts';

export interface StruckCall {
  readonly url: string;
  readonly zone: number;
  readonly threadLimit: number;
  /** What the same route answered last, for a page that comes twice. */
  readonly lastAnswer: Answer | undefined;
}

/** What a call gets instead of its right answer (autotask-api.md §6 and §12.8). */
export function faultyAnswer(fault: FaultName, right: Answer, struck: StruckCall): Answer {
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
    case 'reset':
      return { ...right, breaksOff: 'before' };
    case 'reset_midway':
      return { ...right, breaksOff: 'midway' };
    case 'errors_in_200':
      return changedJson(right, () => ({
        items: [],
        pageDetails: EMPTY_DETAILS,
        errors: ['An unexpected error occurred.'],
      }));
    case 'short_page':
      return changedJson(right, shortPage);
    case 'repeated_page':
      return struck.lastAnswer ?? right;
    case 'looping_page':
      return changedNextPage(right, struck.url);
    case 'foreign_next_page':
      return changedNextPage(right, 'https://webservices3.elsewhere.example/ATServicesRest/V1.0/Contacts/query/next');
    case 'redirect':
      return { status: 307, headers: { location: 'https://webservices3.elsewhere.example/ATServicesRest/' }, body: '' };
    case 'thread_refusal':
      return threadRefusalAnswer(struck.threadLimit, 429, null);
    case 'unauthorized':
      return unauthorizedAnswer(struck.zone);
  }
}

const EMPTY_DETAILS = { count: 0, requestCount: 500, prevPageUrl: null, nextPageUrl: null };

function changedJson(right: Answer, change: (object: LooseObject) => unknown): Answer {
  const object = looseObject(parseJson(right.body));
  return object === undefined ? right : jsonAnswer(200, change(object));
}

/** Half the rows, and no word of the others. */
function shortPage(page: LooseObject): unknown {
  const items = page.get('items');
  if (!Array.isArray(items)) return Object.fromEntries(page);
  const kept = items.slice(0, Math.floor(items.length / 2));
  return { items: kept, pageDetails: { ...EMPTY_DETAILS, count: kept.length } };
}

function changedNextPage(right: Answer, nextPageUrl: string): Answer {
  return changedJson(right, (page) => ({
    items: page.get('items'),
    pageDetails: { ...Object.fromEntries(entriesOf(page.get('pagedetails'))), nextPageUrl },
  }));
}

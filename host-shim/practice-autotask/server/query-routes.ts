import { type Answer, htmlAnswer, jsonAnswer } from '../../practice-server/answer.ts';
import type { EntityName } from '../dataset/database.ts';
import type { PracticeState } from '../practice-state.ts';
import { firstPage, type PageCursor, readCursor } from '../query/paging.ts';
import { projection } from '../query/projection.ts';
import { readQueryModel } from '../query/query-model.ts';
import { noQueryModel } from '../query/refusal.ts';
import { RowSelection } from '../query/row-selection.ts';
import { runQuery } from '../query/run-query.ts';
import { routingAnswer, wrongMethodAnswer } from './answer.ts';
import type { Call } from './call.ts';
import { visibleRows } from './visible-rows.ts';

/**
 * IIS takes no longer query strings (autotask-api.md §3.1, documented as about 2,048 to 2,100
 * characters).
 */
const LONGEST_URL = 2_100;

export function query(state: PracticeState, call: Call, entity: EntityName): Answer {
  const tooLong = longSearch(call);
  if (tooLong !== undefined) return tooLong;
  const text = queryText(call);
  return page(state, call, { entity, text, cursor: firstPage(readQueryModel(text).pageSize) });
}

/**
 * The next page is asked for in the way of the first: a GET's address carries the search, a POST
 * sends the body again.
 */
export function queryNext(state: PracticeState, call: Call, entity: EntityName): Answer {
  if (call.method === 'GET' && !call.search.has('search')) return wrongMethodAnswer('GET');
  return page(state, call, { entity, text: queryText(call), cursor: readCursor(call.search.get('paging')) });
}

export function queryCount(state: PracticeState, call: Call, entity: EntityName): Answer {
  const tooLong = longSearch(call);
  if (tooLong !== undefined) return tooLong;
  const model = readQueryModel(queryText(call));
  const table = state.database.tables[entity];
  return jsonAnswer(200, {
    queryCount: new RowSelection(table, model.filter, visibleRows(state, entity)).count(),
  });
}

export function item(state: PracticeState, call: Call, entity: EntityName): Answer {
  const table = state.database.tables[entity];
  const isVisible = visibleRows(state, entity);
  const row = table.row(call.id);
  if (row !== undefined && (isVisible === undefined || isVisible(row))) {
    return jsonAnswer(200, { item: projection(table, [], state.switches)(row) });
  }
  if (state.switches.missingItem === 'null_item') return jsonAnswer(200, { item: null });
  return routingAnswer(404, 'The requested resource was not found.');
}

/** The contacts of one company, in pages like a query's. */
export function companyContacts(state: PracticeState, call: Call): Answer {
  const text = JSON.stringify({ filter: [{ op: 'eq', field: 'companyID', value: call.id }] });
  return page(state, { ...call, method: 'GET' }, { entity: 'Contacts', text, cursor: firstPage(500) });
}

interface AskedPage {
  readonly entity: EntityName;
  readonly text: string;
  readonly cursor: PageCursor;
}

function page(state: PracticeState, call: Call, { entity, text, cursor }: AskedPage): Answer {
  const place = {
    cursor,
    nextBase: `${call.base}V1.0/${entity}/query/next`,
    search: call.method === 'GET' ? text : null,
    visible: visibleRows(state, entity),
  };
  return jsonAnswer(200, runQuery(state.database.tables[entity], readQueryModel(text), place, state.switches));
}

function queryText(call: Call): string {
  const text = call.method === 'GET' ? call.search.get('search') : call.body;
  if (text === null || text === '') throw noQueryModel();
  return text;
}

function longSearch(call: Call): Answer | undefined {
  if (call.method !== 'GET' || call.url.length <= LONGEST_URL) return undefined;
  return htmlAnswer(404, '404 - File or directory not found.', 'The query string is too long.');
}

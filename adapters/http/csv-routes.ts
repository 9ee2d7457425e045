import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { runId } from '../../core/domain/ids.ts';
import { CONTACT_COLUMNS, ITEM_COLUMNS } from './csv-columns.ts';
import { csvFile } from './csv-file.ts';
import { bookScopeOf, requires, runScopeOf } from './principal.ts';
import { pageRequest } from './requests.ts';
import type { RouteParts } from './route-parts.ts';
import { contactFileQuery, csvAnswer, itemFileQuery } from './schemas/csv-schemas.ts';
import { runParams } from './schemas/run-schemas.ts';
import { sendCsv } from './send-csv.ts';

/** Lists as files for a spreadsheet. */
export function csvRoutes(parts: RouteParts): FastifyPluginAsyncTypebox {
  const { exportContacts, exportRunItems } = parts;
  const view = {
    onRequest: requires('psa.view'),
    exposeHeadRoute: false, // It would read the whole list to say nothing.
  };
  return async (app) => {
    app.get(
      '/contacts.csv',
      {
        ...view,
        schema: { summary: 'Export contacts', querystring: contactFileQuery, response: csvAnswer },
      },
      async (request, reply) => {
        const { filter, sort } = pageRequest(request.query);
        const contacts = exportContacts.run(await bookScopeOf(request, parts), { filter, sort });
        return sendCsv(reply, 'autotask-contacts.csv', csvFile(CONTACT_COLUMNS, contacts));
      },
    );

    app.get(
      '/runs/:id/items.csv',
      {
        ...view,
        schema: {
          summary: 'Export what became of each contact of a run',
          params: runParams,
          querystring: itemFileQuery,
          response: csvAnswer,
        },
      },
      async (request, reply) => {
        const items = exportRunItems.run(runScopeOf(request), runId(request.params.id), request.query);
        return sendCsv(reply, 'autotask-import.csv', csvFile(ITEM_COLUMNS, items));
      },
    );
  };
}

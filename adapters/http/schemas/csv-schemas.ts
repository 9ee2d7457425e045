import { Type } from 'typebox';
import { contactQuery } from './contact-schemas.ts';
import { itemsQuery } from './run-schemas.ts';

const closed = { additionalProperties: false };

/** A file has all pages; `totals` is taken, so that the query of a page needs no other change. */
export const contactFileQuery = Type.Omit(contactQuery, ['after', 'at', 'limit'], closed);

export const itemFileQuery = Type.Pick(itemsQuery, ['outcome'], closed);

export const csvAnswer = {
  200: {
    description: 'A UTF-8 file with a byte order mark and a row of headers, in which no cell is a formula',
    content: { 'text/csv': { schema: Type.String() } },
  },
};

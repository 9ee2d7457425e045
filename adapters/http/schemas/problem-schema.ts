import { Type } from 'typebox';

/** How every route refuses, for the document; `handleError` makes the answers. */
export const refusal = {
  description: 'Refused: the code is stable, the detail says what was wrong and what is accepted.',
  content: {
    'application/problem+json': {
      schema: Type.Object({
        type: Type.String(),
        title: Type.String(),
        status: Type.Integer(),
        code: Type.String(),
        detail: Type.String(),
        id: Type.String(),
      }),
    },
  },
};

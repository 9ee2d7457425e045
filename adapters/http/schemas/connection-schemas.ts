import { Type } from 'typebox';
import { filledText, nullable, oneOf } from './values.ts';

export const saveConnectionBody = Type.Object(
  {
    username: filledText('the user name of the Autotask API user', 254),
    password: filledText('the secret of the Autotask API user', 254),
    integrationCode: Type.Optional(filledText('the API tracking identifier', 100)),
  },
  { additionalProperties: false },
);

const access = oneOf(['all', 'restricted', 'none', 'unknown'], 'what the API user may see');

export const connectionView = Type.Object({
  state: oneOf(['not_configured', 'connected', 'unverified', 'failing'], 'the state'),
  username: nullable(Type.String()),
  hasPassword: Type.Boolean(),
  zone: nullable(Type.String()),
  checkedAt: nullable(Type.String()),
  access: Type.Object({ contacts: access, accounts: access }),
  problem: nullable(Type.Object({ code: Type.String(), text: Type.String(), remedy: Type.String() })),
});

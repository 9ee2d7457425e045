export type { PluginApi, RunListener } from './api/plugin-api.ts';
export type { RequestHeaders } from './api/request-sender.ts';
export { AutotaskContacts } from './panel/autotask-contacts.ts';
export type { ConsolePage, NavigateEvent } from './shared/navigate-event.ts';

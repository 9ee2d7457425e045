export type * from './catalog.ts';
export type * from './connection.ts';
export type * from './contact.ts';
export type * from './forecast.ts';
export type * from './principal.ts';
export type * from './problem.ts';
export type * from './reason.ts';
export type * from './run.ts';

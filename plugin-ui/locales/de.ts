// A module of its own, because browsers load no JSON by import() with Vite's development server between.
export { default as words } from './de.json' with { type: 'json' };

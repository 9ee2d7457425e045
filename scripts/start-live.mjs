// Starts the stand-in console at live Autotask and live Managed Backup.
import process from 'node:process';

process.env.CONSOLE_MODE = 'live';
await import('./start.mjs');

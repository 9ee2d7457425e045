import './console-shell.ts';

import { runShell } from './shell.ts';

void runShell(import.meta.dirname, process.argv.slice(1));

import type { Handlers } from '../context.ts';
import { checkImport } from './check-import.ts';
import { listImports, listWorked } from './list-imports.ts';
import { readImport } from './read-import.ts';
import { resumeImport, runImport } from './run-import.ts';
import { undoImport } from './undo-import.ts';

/** Calls about tables of files that are taken in. */
export const importHandlers = {
  'import.read': readImport,
  'import.check': checkImport,
  'import.run': runImport,
  'import.resume': resumeImport,
  'import.list': listImports,
  'import.worked': listWorked,
  'import.undo': undoImport,
} satisfies Partial<Handlers>;

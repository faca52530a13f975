import type { Handlers } from '../context.ts';
import { readFile } from './read-file.ts';
import { appendFile, beginFile, cancelFile, finishFile } from './take-in.ts';

/** Calls about files. */
export const fileHandlers = {
  'file.begin': beginFile,
  'file.append': appendFile,
  'file.finish': finishFile,
  'file.cancel': cancelFile,
  'file.read': readFile,
} satisfies Partial<Handlers>;

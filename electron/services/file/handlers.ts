import type { Handlers } from '../context.ts';
import { amendFile } from '../dossier/amend-file.ts';
import { orderFiles } from '../dossier/order-files.ts';
import { readFile } from './read-file.ts';
import { appendFile, beginFile, cancelFile, finishFile } from './take-in.ts';
import { getThumbnail, keepThumbnail } from './thumbnails.ts';

/** Calls about files. */
export const fileHandlers = {
  'file.begin': beginFile,
  'file.append': appendFile,
  'file.finish': finishFile,
  'file.cancel': cancelFile,
  'file.read': readFile,
  'file.amend': amendFile,
  'file.order': orderFiles,
  'file.thumbnail': getThumbnail,
  'file.keepThumbnail': keepThumbnail,
} satisfies Partial<Handlers>;

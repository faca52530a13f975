import type { Handlers } from '../context.ts';
import { findAnything } from './find-anything.ts';
import { listFilters } from './list-filters.ts';
import { listOpenFiles } from './list-open-files.ts';
import { removeFilter } from './remove-filter.ts';
import { renameFilter } from './rename-filter.ts';
import { reopenFile } from './reopen-file.ts';
import { saveFilter } from './save-filter.ts';
import { closeFile, showFile } from './show-file.ts';

/** Calls about how each person arranges the desk, and what the palette finds. */
export const workplaceHandlers = {
  'filter.list': listFilters,
  'filter.save': saveFilter,
  'filter.rename': renameFilter,
  'filter.remove': removeFilter,
  'openFile.list': listOpenFiles,
  'openFile.show': showFile,
  'openFile.close': closeFile,
  'openFile.reopen': reopenFile,
  'find.anything': findAnything,
} satisfies Partial<Handlers>;

import type { Migration } from '../migration.ts';
import { agentTables } from './agent-tables.ts';
import { coreTables } from './core-tables.ts';
import { employerTables } from './employer-tables.ts';
import { fileTables } from './file-tables.ts';
import { importTables } from './import-tables.ts';
import { lawTables } from './law-tables.ts';
import { matchTables } from './match-tables.ts';
import { mediumTables } from './medium-tables.ts';
import { projectionTables } from './projection-tables.ts';
import { searchTables } from './search-tables.ts';
import { stepTables } from './step-tables.ts';
import { workplaceTables } from './workplace-tables.ts';

/** The first schema. */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  sql:
    agentTables +
    coreTables +
    employerTables +
    fileTables +
    importTables +
    lawTables +
    matchTables +
    mediumTables +
    projectionTables +
    searchTables +
    stepTables +
    workplaceTables,
};

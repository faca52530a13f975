import type { Migration } from '../migration.ts';
import { coreTables } from './core-tables.ts';
import { lawTables } from './law-tables.ts';
import { projectionTables } from './projection-tables.ts';

/** The first schema. */
export const initial: Migration = { version: 1, name: 'initial', sql: coreTables + lawTables + projectionTables };

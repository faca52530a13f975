import type { Migration } from '../migration.ts';
import { initial } from './0001-initial.ts';

/** Every step of the schema, in order. */
export const migrations: readonly Migration[] = [initial];

/**
 * SHA-256 of the SQL of every step that has reached users, by version. A step named here can never change again;
 * the next change is a new step.
 */
export const released: Readonly<Record<number, string>> = {};

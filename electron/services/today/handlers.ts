import type { Handlers } from '../context.ts';
import { getToday } from './get-today.ts';

/** The calls of the first page. */
export const todayHandlers = { 'today.get': getToday } satisfies Partial<Handlers>;

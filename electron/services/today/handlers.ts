import type { Handlers } from '../context.ts';
import { getToday } from './get-today.ts';
import { listToday } from './list-today.ts';

/** The calls of the first page. */
export const todayHandlers = { 'today.get': getToday, 'today.list': listToday } satisfies Partial<Handlers>;

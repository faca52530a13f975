import type { Handlers } from '../context.ts';
import { exportAside } from './export-aside.ts';
import { settleAside } from './settle-aside.ts';
import { tryAside } from './try-aside.ts';

/** Calls about what was set aside. */
export const quarantineHandlers = {
  'quarantine.export': exportAside,
  'quarantine.again': tryAside,
  'quarantine.settle': settleAside,
} satisfies Partial<Handlers>;

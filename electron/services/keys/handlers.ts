import type { Handlers } from '../context.ts';
import { rotateSealing } from './rotate-sealing.ts';
import { sealingKeys } from './sealing-keys.ts';

/** Calls about the office's sealing keys. */
export const keysHandlers = {
  'keys.sealing': sealingKeys,
  'keys.rotate': rotateSealing,
} satisfies Partial<Handlers>;

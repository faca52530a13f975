import type { Handlers } from '../context.ts';
import { listOrphans } from './orphans.ts';
import { recoveryState } from './recovery-state.ts';
import { setClaimAside } from './set-aside-claim.ts';
import { dismissOrphan, reissueOrphan } from './settle-orphan.ts';
import { takeOverRequests } from './take-over.ts';

/** Calls about how an office comes back. */
export const recoveryHandlers = {
  'recovery.state': recoveryState,
  'recovery.takeOver': takeOverRequests,
  'recovery.setAside': setClaimAside,
  'recovery.orphans': listOrphans,
  'recovery.reissue': reissueOrphan,
  'recovery.dismiss': dismissOrphan,
} satisfies Partial<Handlers>;

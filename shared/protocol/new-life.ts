import { type Asking, type Link, newLink } from './link.ts';

/**
 * The link after its data began a new life on another device: our stream starts anew and nothing of it is receipted; what
 * is here of the partner's streams stays true. What we wrote before is asked back, and until the partner has answered
 * nothing is written into requests with it. A receipt is due at once. `nonce`: 32 fresh random hex characters.
 */
export function newLife(link: Link, nonce: string, asking: Pick<Asking, 'nonce' | 'streams' | 'at'>): Link {
  const fresh = newLink(link.partner, nonce);
  return {
    ...fresh,
    retired: link.retired,
    theirNonce: link.theirNonce,
    theirs: link.theirs && { ...link.theirs, card: null },
    incoming: link.incoming,
    receipt: { ...fresh.receipt, dueAt: 0 },
    returns: link.returns,
    asking: { ...asking, why: 'new-life', answered: null },
  };
}

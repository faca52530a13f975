import type { Receipt } from '#shared/protocol/receipt.ts';
import type { SimOffice } from '#tests/simulation/sim-office.ts';

/** A receipt of one office about the other's stream that says nothing, but for `parts`. */
export function receiptFor(from: SimOffice, to: SimOffice, parts: Partial<Receipt>): Receipt {
  return {
    ...{ v: 1, office: from.office, device: from.device, to: to.office, stream: to.device },
    ...{ number: 1, incarnation: '1'.repeat(32), upTo: 0, root: 'a'.repeat(64) },
    ...{ opened: [], rejected: [], notUnderstood: [], missing: [], ask: [] },
    ...{ nonce: '9'.repeat(32), echo: null, reader: 1, kinds: [], card: null },
    ...{ own: null, returns: null, returned: null, more: {} },
    ...parts,
  };
}

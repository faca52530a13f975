import type { OfficeId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import type { RequestState } from '#shared/domain/assist/state.ts';
import type { Entry } from '../entry.ts';
import { partiesOf } from '../pen.ts';
import { admit, belongs } from '../place-entry.ts';
import { emptySlice, eventsOf, type RequestSlice } from '../slice.ts';
import { blame, type Findings, remark } from './findings.ts';
import type { ProofFile } from './proof-file.ts';
import type { ProofPorts, ProofSuite } from './proof-verdict.ts';
import type { CheckedChains } from './prove-entries.ts';
import type { ProvedKeys } from './prove-keys.ts';

/** Both chains as far as every entry of them is genuine and may stand where it stands. */
type Growing = { readonly slice: RequestSlice; readonly entries: Readonly<Record<Side, Entry[]>> };

function emptyChains(file: ProofFile): Growing {
  const entries = { r: [] as Entry[], e: [] as Entry[] };
  const slice = emptySlice(file.request);
  return {
    slice: { ...slice, r: { ...slice.r, entries: entries.r }, e: { ...slice.e, entries: entries.e } },
    entries,
  };
}

/**
 * Lets the genuine entries into their chains as a receiving device does: opening, office, pen, suite, embedded command. A
 * chain ends at its first entry that may not stand there, whatever follows.
 */
export function admitChains(
  file: ProofFile,
  chains: CheckedChains,
  keys: ProvedKeys,
  suite: ProofSuite,
  found: Findings,
): RequestSlice {
  const { slice, entries } = emptyChains(file);
  for (const side of ['r', 'e'] as const) {
    for (const { entry, genuine } of chains[side]) {
      const expected = entries[side].length + 1;
      const before = entries[side].at(-1)?.id ?? null;
      if (!entry || !genuine || entry.parsed.seq !== expected || entry.parsed.prev !== before) break;
      if (side === 'e' && entries.r.length === 0) break;
      const parties = partiesOf(slice);
      const [from, us] = [parties?.requester ?? entry.parsed.office, parties?.executor ?? entry.parsed.office];
      const opens = side === 'r' && expected === 1;
      const to = entry.parsed.facts['to'];
      // The opening names both parties; which of them brought it and which checks makes no difference here.
      const admission = { from, us: opens && typeof to === 'string' ? (to as typeof us) : us, keys: keys.devices };
      const officeKey = (office: OfficeId) => keys.cards.get(office)?.officeKey;
      const full = { ...admission, officeKey, hashing: suite, verifying: suite };
      const member = belongs(slice, side, entry, full);
      const admitted = member.ok ? admit(slice, side, entry, full) : member;
      if (!admitted.ok) {
        blame(found, admitted.error, side, expected);
        break;
      }
      entries[side].push(entry);
    }
  }
  return slice;
}

/**
 * Folds what was admitted: recomputes every outcome and names each entry the rules would not have let happen. Where a chain
 * ended early, what follows from that is not named again.
 */
export function foldAdmitted(
  file: ProofFile,
  slice: RequestSlice,
  ports: ProofPorts,
  suite: ProofSuite,
  found: Findings,
): RequestState {
  const events = eventsOf(slice, suite);
  const state = ports.rules.fold(events.r, events.e);
  const whole = slice.r.entries.length === file.r.length && slice.e.entries.length === file.e.length;
  for (const { code, by, side } of whole ? state.differences : []) {
    const at = slice[side].entries.findIndex((entry) => entry.id === by);
    blame(found, code, side, at + 1);
  }
  for (const side of ['r', 'e'] as const) {
    const stop = state.stopped[side];
    if (stop) remark(found, 'kind-newer', side, stop.seq);
  }
  return state;
}

import type { Side } from '#shared/domain/assist/event.ts';
import { bodyHash, readBody } from '../body.ts';
import { otherSide, requestChain } from '../chain-id.ts';
import type { Entry, SealedEntry } from '../entry.ts';
import { entryId } from '../make-entry.ts';
import { readHeader } from '../read-entry.ts';
import { verifyEntry } from '../verify-entry.ts';
import { blame, type Findings } from './findings.ts';
import type { ProofEntry, ProofFile } from './proof-file.ts';
import type { ProofFaultCode, ProofLine, ProofPorts } from './proof-verdict.ts';
import type { ProvedKeys } from './prove-keys.ts';

/** An entry of the file with what was found of it by itself. `entry` is undefined when its header cannot be read. */
export type CheckedEntry = {
  readonly given: ProofEntry;
  readonly entry: Entry | undefined;
  readonly body: ProofLine['body'];
  readonly genuine: boolean;
};

/** Both chains of the file. */
export type CheckedChains = Readonly<Record<Side, readonly CheckedEntry[]>>;

/** Missing numbers that are named for one chain. */
const mostMissing = 50;

type Judged = { readonly entry: Entry | undefined; readonly code: ProofFaultCode | undefined };

/** Header, id and signature of one entry; the first thing that is wrong with it. */
export function judgeEntry(sealed: SealedEntry, keys: ProvedKeys, ports: ProofPorts): Judged {
  const header = readHeader(sealed.header);
  if (!header.ok) return { entry: undefined, code: header.error };
  const { suite: id, device, office } = header.value;
  const entry: Entry = { ...sealed, parsed: header.value, body: undefined };
  const suite = ports.suites[id];
  if (!suite) return { entry, code: 'suite-unknown' };
  if (entryId(id, sealed.header, suite) !== sealed.id) return { entry, code: 'id-differs' };
  const key = keys.devices.get(device);
  if (!key) return { entry, code: 'device-unknown' };
  if (key.office !== office) return { entry, code: 'wrong-office' };
  const verified = verifyEntry(entry, key.key, { hashing: suite, verifying: suite });
  return { entry, code: verified.ok ? undefined : verified.error === 'device-key' ? 'device-unknown' : 'signature' };
}

function bodyState(item: ProofEntry, entry: Entry | undefined, ports: ProofPorts): CheckedEntry['body'] {
  const named = entry?.parsed.body ?? null;
  if (item.body === null) return named === null ? 'none' : 'left-out';
  const suite = entry && ports.suites[entry.parsed.suite];
  if (!suite || named === null) return 'differs';
  return bodyHash(item.body, suite) === named && readBody(item.body) !== undefined ? 'fits' : 'differs';
}

function checkOne(file: ProofFile, side: Side, index: number, keys: ProvedKeys, ports: ProofPorts, found: Findings) {
  const given = file[side][index];
  if (!given) throw new Error('the caller counts');
  const { entry, code } = judgeEntry(given, keys, ports);
  const n = entry?.parsed.seq ?? index + 1;
  const body = bodyState(given, entry, ports);
  const elsewhere = entry !== undefined && entry.parsed.chain !== requestChain(file.request, side);
  const fault = code ?? (elsewhere ? 'other-request' : undefined);
  if (fault !== undefined) blame(found, fault, side, n);
  if (body === 'differs') blame(found, 'body-differs', side, n);
  const shown = entry && body === 'fits' && given.body !== null ? { ...entry, body: given.body } : entry;
  return { given, entry: shown, body, genuine: fault === undefined };
}

/** Numbers without gap, in order, each once, each naming the one before by its id; the head as the register says. */
function checkOrder(file: ProofFile, side: Side, chain: readonly CheckedEntry[], found: Findings): void {
  const bySeq = new Map<number, Entry>();
  let last = 0;
  for (const { entry } of chain) {
    if (!entry) continue;
    const { seq } = entry.parsed;
    if (bySeq.has(seq)) blame(found, 'repeated', side, seq);
    else if (seq < last) blame(found, 'order-swapped', side, seq);
    if (!bySeq.has(seq)) bySeq.set(seq, entry);
    last = Math.max(last, seq);
  }
  const head = file.heads[side];
  const unread = chain.filter(({ entry }) => entry === undefined).length;
  const end = Math.max(last, head?.seq ?? 0);
  let missing = 0;
  for (let seq = 1; seq <= end && missing < mostMissing + unread; seq += 1) {
    if (bySeq.has(seq)) continue;
    missing += 1;
    // An entry that cannot be read is named as such; it may be the one that is missing here.
    if (missing > unread) blame(found, 'entry-missing', side, seq);
  }
  for (const [seq, entry] of bySeq) {
    const before = bySeq.get(seq - 1);
    if (before && entry.parsed.prev !== before.id) blame(found, 'prev-differs', side, seq);
  }
  const newest = bySeq.get(last);
  if ((head?.seq ?? 0) < last || (newest && head?.seq === last && head.id !== newest.id)) {
    blame(found, 'head-differs', side, last);
  }
}

/** Every signed entry names the head of the other chain it had seen: that entry must be here, and be that one. */
function checkSeen(file: ProofFile, chains: CheckedChains, side: Side, found: Findings): void {
  const other = otherSide(side);
  const end = Math.max(file.heads[other]?.seq ?? 0, ...chains[other].map(({ entry }) => entry?.parsed.seq ?? 0));
  const bySeq = new Map(chains[other].flatMap(({ entry }) => (entry ? ([[entry.parsed.seq, entry.id]] as const) : [])));
  const unread = chains[other].some(({ entry }) => entry === undefined);
  for (const { entry, genuine } of chains[side]) {
    const seen = entry?.parsed.seen;
    if (!genuine || !seen) continue;
    const id = bySeq.get(seen.seq);
    // A gap inside the chain has been named.
    if (id === undefined && !unread && seen.seq > end) blame(found, 'seen-missing', other, seen.seq);
    else if (id !== undefined && id !== seen.id) blame(found, 'seen-differs', other, seen.seq);
  }
}

/** Checks every entry by itself and each chain as a whole; what entries may say to each other comes after. */
export function proveEntries(file: ProofFile, keys: ProvedKeys, ports: ProofPorts, found: Findings): CheckedChains {
  const chain = (side: Side): readonly CheckedEntry[] =>
    file[side].map((_, index) => checkOne(file, side, index, keys, ports, found));
  const chains = { r: chain('r'), e: chain('e') };
  for (const side of ['r', 'e'] as const) checkOrder(file, side, chains[side], found);
  for (const side of ['r', 'e'] as const) checkSeen(file, chains, side, found);
  file.beside.forEach((sealed, index) => {
    const { entry, code } = judgeEntry(sealed, keys, ports);
    if (code !== undefined || !entry) return blame(found, code ?? 'header-shape', 'beside', index + 1);
    blame(found, 'fork', entry.parsed.chain.endsWith('/r') ? 'r' : 'e', entry.parsed.seq);
  });
  return chains;
}

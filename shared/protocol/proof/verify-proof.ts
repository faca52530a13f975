import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { otherSide } from '../chain-id.ts';
import { suiteOfKey } from '../device-key.ts';
import { fingerprint } from '../partner-card.ts';
import { parseCanonical } from '../read-json.ts';
import { requestDigest } from '../request-digest.ts';
import { documentHash, type SignedDocument, signedBy } from '../signed-document.ts';
import { fromBase64Url } from '../text-bytes.ts';
import { admitChains, foldAdmitted } from './admit-chains.ts';
import { blame, type Findings, remark } from './findings.ts';
import { type ProofFailure, type ProofFile, readProof, sealedContent } from './proof-file.ts';
import type { ProofLine, ProofOffice, ProofPorts, ProofSuite, ProofVerdict } from './proof-verdict.ts';
import { type CheckedChains, type CheckedEntry, proveEntries } from './prove-entries.ts';
import { type ProvedKeys, proveKeys } from './prove-keys.ts';
import { type ProvedReceipts, proveReceipts } from './prove-receipts.ts';

const sides = ['r', 'e'] as const;

/** Both offices of the request as its genuine opening names them. */
function partiesIn(chains: CheckedChains): Readonly<Record<Side, OfficeId>> | undefined {
  const opening = chains.r.find(({ entry, genuine }) => genuine && entry?.parsed.seq === 1)?.entry;
  const to = opening?.parsed.facts['to'];
  // An office code; whoever it stands for must have a card in the file to count.
  return opening && typeof to === 'string' ? { r: opening.parsed.office, e: to as OfficeId } : undefined;
}

function checkSeal(
  file: ProofFile,
  sealed: SignedDocument,
  keys: ProvedKeys,
  suite: ProofSuite,
  found: Findings,
): void {
  const key = keys.devices.get(file.maker.device);
  if (key?.office !== file.maker.office) return blame(found, 'seal-device', 'file');
  if (!signedBy('xieban-proof-v1', sealed, key.key, suite)) blame(found, 'seal', 'file');
  return undefined;
}

function checkRoutes(file: ProofFile, parties: Readonly<Record<Side, OfficeId>> | undefined, found: Findings): void {
  // Without a genuine opening nothing says who the offices are; that is a fault already.
  if (!parties) return;
  const both = [parties.r, parties.e];
  if (!both.includes(file.maker.office)) blame(found, 'seal-device', 'file');
  file.streams.forEach(({ office, to }, index) => {
    if (office === to || !both.includes(office) || !both.includes(to))
      blame(found, 'receipt-stream', 'stream', index + 1);
  });
}

/** The first entry of the other side whose author had seen this one. */
function seenBy(chains: CheckedChains, side: Side): (seq: number) => ProofLine['seen'] {
  const firsts: { readonly upTo: number; readonly seq: number; readonly on: string }[] = [];
  for (const { entry, genuine } of chains[otherSide(side)]) {
    if (!genuine || !entry?.parsed.seen) continue;
    firsts.push({ upTo: entry.parsed.seen.seq, seq: entry.parsed.seq, on: entry.parsed.on });
  }
  return (seq) => {
    const first = firsts.find(({ upTo }) => upTo >= seq);
    return first ? { seq: first.seq, on: first.on } : null;
  };
}

function linesOf(chains: CheckedChains, proved: ProvedReceipts): readonly ProofLine[] {
  return sides.flatMap((side) => {
    const seen = seenBy(chains, side);
    return chains[side].flatMap(({ entry, body, genuine }: CheckedEntry): ProofLine[] => {
      if (!entry) return [];
      const { seq, kind, office, on, at } = entry.parsed;
      const receipt = genuine ? (proved.covered.get(entry.id) ?? null) : null;
      const storedOn = proved.stored.get(entry.id) ?? null;
      return [
        {
          side,
          seq,
          id: entry.id,
          kind,
          office,
          on,
          at,
          body,
          genuine,
          receipt,
          seen: genuine ? seen(seq) : null,
          storedOn,
        },
      ];
    });
  });
}

/** What nobody signed for yet, what was refused, and what a revoked device wrote with nothing to show that it was before. */
function weigh(
  chains: CheckedChains,
  lines: readonly ProofLine[],
  keys: ProvedKeys,
  proved: ProvedReceipts,
  found: Findings,
) {
  const devices = new Map(sides.flatMap((side) => chains[side].map(({ entry }) => [entry?.id, entry?.parsed.device])));
  for (const { id, side, seq, genuine, receipt, seen } of lines) {
    if (!genuine) continue;
    const device = devices.get(id);
    const confirmed = receipt !== null || seen !== null;
    if (!confirmed) remark(found, 'unsigned-yet', side, seq);
    if (proved.refused.has(id)) remark(found, 'refused-there', side, seq);
    if (device === undefined || !keys.revoked.has(device)) continue;
    if (confirmed) remark(found, 'revoked-since', side, seq);
    else blame(found, 'device-revoked', side, seq);
  }
}

function officesOf(
  parties: Readonly<Record<Side, OfficeId>> | undefined,
  keys: ProvedKeys,
  suite: ProofSuite,
): readonly ProofOffice[] {
  if (!parties) return [];
  return sides.flatMap((side) => {
    const card = keys.cards.get(parties[side]);
    if (!card) return [];
    const keyHash = suite.hash(fromBase64Url(card.officeKey) ?? new Uint8Array());
    return [{ office: card.office, side, name: card.name, fingerprint: fingerprint(card, suite), keyHash }];
  });
}

/** Whether this checker knows the suites of both offices' root keys; one it does not know is no fault of the file. */
function knowsAll(file: ProofFile, ports: ProofPorts): boolean {
  const keys = file.cards.map(({ text }) => parseCanonical(text)?.['officeKey']);
  return keys.every((key) => typeof key !== 'string' || ports.suites[suiteOfKey(key)] !== undefined);
}

const nothing = {
  ...{ ok: false, remarks: [], request: null, maker: null, offices: [], heads: { r: null, e: null } },
  ...{ lines: [], receipts: [], phase: null, digest: null, hash: null },
} as const;

function unread(code: ProofFailure | 'suite-unknown'): ProofVerdict {
  return { ...nothing, isProof: code !== 'not-a-proof', faults: [{ code, place: { part: 'file', n: 0 } }] };
}

/**
 * Checks a whole request from the bytes of its proof file, offline: form, seal, cards, certificates, every entry's header,
 * id, signature and body, both chains, pens and embedded commands, the receipts and the roots they sign, and every outcome
 * by the rules of requests. Never throws, whatever the bytes are. Who the offices are nobody can compute: the reader
 * compares the fingerprints with what the offices state themselves.
 */
export function verifyProof(bytes: Uint8Array, ports: ProofPorts): ProofVerdict {
  const read = readProof(bytes);
  if (!read.ok) return unread(read.error);
  const file = read.value;
  const suite = ports.suites[file.suite];
  if (!suite || !knowsAll(file, ports)) return { ...unread('suite-unknown'), request: file.request };
  const found: Findings = { faults: [], remarks: [] };
  const keys = proveKeys(file, suite, found);
  const sealed = { text: canonicalJson(sealedContent(file)), signature: file.seal };
  checkSeal(file, sealed, keys, suite, found);
  const chains = proveEntries(file, keys, ports, found);
  const parties = partiesIn(chains);
  checkRoutes(file, parties, found);
  const proved = proveReceipts(file, keys, suite, found);
  const state = foldAdmitted(file, admitChains(file, chains, keys, suite, found), ports, suite, found);
  const lines = linesOf(chains, proved);
  weigh(chains, lines, keys, proved, found);
  if (file.r.length === 0) blame(found, 'entry-missing', 'r', 1);
  return {
    ...{ ok: found.faults.length === 0, isProof: true, ...found, request: file.request, maker: file.maker.office },
    ...{ offices: officesOf(parties, keys, suite), heads: file.heads, lines, receipts: proved.receipts },
    phase: state.phase,
    digest: requestDigest(state, suite, chains.r[0]?.entry?.parsed.suite),
    hash: documentHash('xieban-proof-v1', sealed, suite),
  };
}

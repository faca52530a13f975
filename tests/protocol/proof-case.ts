import type { JsonObject } from '#shared/base/canonical-json.ts';
import type { EntryId, OfficeId, RequestId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { Side } from '#shared/domain/assist/event.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import { applyCommand } from '#shared/protocol/apply-command.ts';
import { makeBody } from '#shared/protocol/body.ts';
import { rootAfter } from '#shared/protocol/bundle.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import type { Entry } from '#shared/protocol/entry.ts';
import { type PartnerCard, signCard } from '#shared/protocol/partner-card.ts';
import type { Signing } from '#shared/protocol/ports.ts';
import type { ProofContent, ProofEntry } from '#shared/protocol/proof/proof-file.ts';
import type { ProofFault, ProofVerdict } from '#shared/protocol/proof/proof-verdict.ts';
import { sealProof } from '#shared/protocol/proof/seal-proof.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import { type Receipt, signReceipt } from '#shared/protocol/receipt.ts';
import { emptySlice, headOf, type RequestSlice } from '#shared/protocol/slice.ts';
import { emptyRoot, extendStream, streamStart } from '#shared/protocol/stream.ts';
import { withEntry, writeRequestEntry } from '#shared/protocol/write-request-entry.ts';
import { realCrypto, testSigning } from '#tests/simulation/real-crypto.ts';

const { hashing, verifying } = realCrypto;

/** Suite 1 as Node computes it, and the rules of requests. */
export const ports = { suites: { s1: { ...hashing, ...verifying } }, rules: assistRules };

/** An office of the proof with its keys. */
export type ProofOfficeCase = {
  readonly office: OfficeId;
  readonly root: Signing;
  readonly device: ReturnType<typeof deviceIdOf>;
  readonly signing: Signing;
};

function officeCase(office: string): ProofOfficeCase {
  const signing = testSigning(`device of ${office}`);
  const device = deviceIdOf(signing.publicKey, hashing);
  return { office: office as OfficeId, root: testSigning(`root of ${office}`), device, signing };
}

export const qingpu = officeCase('sh-qingpu');
export const wujiang = officeCase('js-wujiang');
/** An office that has no part in the request. */
export const stranger = officeCase('zj-hangzhou');

/** The request the proof is of. */
export const request = '01926b3c-0000-7000-8000-00000000abcd' as RequestId;
/** An entry of some other request in the same stream. */
export const foreign = `s1:${'7'.repeat(64)}` as EntryId;

/** A card of an office, signed by its root key unless told otherwise. */
export function cardOf(one: ProofOfficeCase, changes: Partial<PartnerCard> = {}, root: Signing = one.root) {
  const card: PartnerCard = {
    ...{
      v: 1,
      office: one.office,
      name: `${one.office} 仲裁院`,
      region: '310118',
      officeKey: root.publicKey,
      version: 1,
    },
    ...{ validFrom: localDate('2026-01-01'), validTo: localDate('2030-12-31') },
    intake: { device: one.device, key: one.signing.publicKey },
    sealing: [{ key: one.root.publicKey, from: localDate('2026-01-01'), to: null }],
    ...{ revoked: [], suites: ['s1'], reader: 1, kinds: [], scope: '', more: {}, ...changes },
  };
  return signCard(card, root, hashing).document;
}

const writer = ({ office, device }: ProofOfficeCase) => ({ office, device, suite: 's1' as const });
const signs = (one: ProofOfficeCase) => ({ hashing, signing: one.signing });

/** Writes the next entry of a chain with its body. */
export function say(
  slice: RequestSlice,
  by: ProofOfficeCase,
  side: Side,
  kind: string,
  facts: JsonObject,
  text: string | null = null,
): RequestSlice {
  const at = `0000000000000${slice.r.entries.length + slice.e.entries.length}0-0000`;
  const salt = new Uint8Array(16).fill(slice.r.entries.length + 1);
  const body = text === null ? null : makeBody({ text }, salt, hashing);
  const saying = { kind, facts, body, files: [], actor: 'u1' as UserId, on: '2026-03-12', at };
  return withEntry(slice, side, writeRequestEntry(slice, side, saying, writer(by), signs(by)));
}

const opening: JsonObject = {
  ...{ kind: 'ARB_INVESTIGATE', to: wujiang.office, urgency: 'normal', items: [{ id: 'i1', kind: 'inquiry' }] },
  ...{ agreed: '2026-03-23', number: null, card: 'c'.repeat(64), intake: wujiang.device, papers: [] },
};

function ordered(slice: RequestSlice): RequestSlice {
  const command = slice.r.entries.at(-1);
  const self = { ...writer(wujiang), incarnation: '', readOnly: false, kinds: [], reader: 1, actor: 'u2' as UserId };
  const moment = { nowMs: 90, on: '2026-03-13', today: localDate('2026-03-13'), nonce: '' };
  const all = { self, hashing, verifying, signing: wujiang.signing, rules: assistRules };
  const applied = command && applyCommand(slice, command, undefined, moment, all);
  if (!applied) throw new Error('the command was not put in order');
  return applied.slice;
}

/** A request that was sent, registered, accepted and added to, with bodies. */
export function writtenRequest(text = '调取工资台账'): RequestSlice {
  const sent = say(emptySlice(request), qingpu, 'r', 'request', opening, text);
  const registered = say(sent, wujiang, 'e', 'register', { stored: '2026-03-12', number: null });
  const taken = say(registered, wujiang, 'e', 'accept', { handlers: ['h1', 'h2'], promised: '2026-03-20' }, '接受委托');
  return ordered(say(taken, qingpu, 'r', 'supplement', { answers: [], items: [] }, '补充材料'));
}

/** The receipt of 吴江 for the stream of 青浦 up to a number. */
export function receiptOver(ids: readonly EntryId[], number: number, changes: Partial<Receipt> = {}, by = wujiang) {
  const { n, root } = rootAfter(streamStart, ids, hashing);
  const receipt: Receipt = {
    ...{ v: 1, office: by.office, device: by.device, to: qingpu.office, stream: qingpu.device, number },
    ...{ incarnation: '1'.repeat(32), upTo: n, root, opened: [], rejected: [], notUnderstood: [], missing: [] },
    ...{
      ask: [],
      nonce: '2'.repeat(32),
      echo: null,
      reader: 1,
      kinds: [],
      card: null,
      own: null,
      returns: null,
      returned: null,
      more: {},
      ...changes,
    },
  };
  return { ...signReceipt(receipt, by.signing), heard: '2026-03-12T10:00' };
}

const parcel = ({ id, header, signature, body }: Entry): ProofEntry => ({ id, header, signature, body: body ?? null });

/** The proof of a request as 青浦 makes it: three entries of its stream before and between, two receipts. */
export function contentOf(slice: RequestSlice): ProofContent {
  const [first, second] = slice.r.entries.map(({ id }) => id);
  if (!first || !second) throw new Error('two commands were written');
  const ids = [foreign, first, foreign.replaceAll('7', '8') as EntryId, second];
  const before = extendStream({ n: 0, root: emptyRoot }, foreign, hashing).root;
  const stored = { opened: [{ entry: first, on: localDate('2026-03-12') }] };
  return {
    ...{ Format: 'xieban-proof', v: 1, suite: 's1', request, maker: { office: qingpu.office, device: qingpu.device } },
    heads: { r: headOf(slice.r), e: headOf(slice.e) },
    ...{ r: slice.r.entries.map(parcel), e: slice.e.entries.map(parcel), beside: [], certificates: [] },
    cards: [cardOf(qingpu), cardOf(wujiang)],
    streams: [
      {
        ...{ office: qingpu.office, device: qingpu.device, to: wujiang.office },
        runs: [{ first: 2, before, ids: ids.slice(1) }],
        receipts: [receiptOver(ids.slice(0, 2), 3, stored), receiptOver(ids, 4)],
      },
    ],
  };
}

/** Seals a content as 青浦 does and checks it. */
export function check(content: ProofContent): ProofVerdict {
  return verifyProof(sealProof(content, qingpu.signing), ports);
}

/** Faults as 'code part/n'. */
export function named(
  faults: readonly Pick<ProofFault, 'place' | 'code'>[] | ProofVerdict['remarks'],
): readonly string[] {
  return faults.map(({ code, place }) => `${code} ${place.part}/${place.n}`);
}

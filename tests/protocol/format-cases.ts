import type { DeviceId, EntryId, ManifestId, OfficeId, RequestId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { makeBody } from '#shared/protocol/body.ts';
import { writeBundle } from '#shared/protocol/bundle.ts';
import { deviceChain, requestChain } from '#shared/protocol/chain-id.ts';
import { certifyDevice } from '#shared/protocol/device-certificate.ts';
import { deviceIdOf } from '#shared/protocol/device-key.ts';
import { makeEntry } from '#shared/protocol/make-entry.ts';
import { fingerprint, type PartnerCard, signCard, writeCard } from '#shared/protocol/partner-card.ts';
import { signReceipt, writeReceipt } from '#shared/protocol/receipt.ts';
import { extendStream, streamStart } from '#shared/protocol/stream.ts';
import { realCrypto } from '#tests/simulation/real-crypto.ts';

/** Everything below is made from fixed keys, salts and dates, so that each text is the same on every machine for ever. */
const { hashing } = realCrypto;
const officeKey = realCrypto.signing('format vectors: office key');
const deviceKey = realCrypto.signing('format vectors: device key');
const device = deviceIdOf(deviceKey.publicKey, hashing);
const qingpu = 'sh-qingpu' as OfficeId;
const wujiang = 'js-wujiang' as OfficeId;
const request = '01926b3c-0000-7000-8000-00000000abcd' as RequestId;
const salt = Uint8Array.from({ length: 16 }, (_, i) => i);
const body = makeBody({ letter: '请协助查询用工情况', persons: [{ name: '测试甲' }] }, salt, hashing);
const file = '5'.repeat(64) as ManifestId;
const signed = { hashing, signing: deviceKey };

const opening = makeEntry(
  {
    chain: requestChain(request, 'r'),
    kind: 'request',
    kv: 1,
    minReader: 1,
    office: qingpu,
    device,
    pen: 1,
    seen: null,
    actor: 'u-1' as UserId,
    on: '2026-03-02T09:15',
    at: '001772413700000-0000',
    facts: {
      kind: 'ARB_INVESTIGATE',
      to: wujiang,
      urgency: 'normal',
      items: [{ id: 'i1', kind: 'employment' }],
      agreed: '2026-03-23',
      number: '青劳人仲函〔2026〕27号',
      card: 'c'.repeat(64),
      intake: 'd'.repeat(32),
      papers: [],
    },
    body,
    files: [file],
  },
  null,
  's1',
  signed,
);

const fact = makeEntry(
  {
    chain: deviceChain(device),
    kind: 'dossier.received',
    kv: 1,
    minReader: 1,
    office: qingpu,
    device,
    basedOn: [opening.id],
    actor: 'u-1' as UserId,
    on: '2026-03-02',
    at: '001772413700000-0001',
    facts: {},
    body: null,
    files: [],
  },
  { seq: 41, id: `s1:${'a'.repeat(64)}` as EntryId },
  's1',
  signed,
);

const certificate = certifyDevice(
  { v: 1, office: qingpu, device, key: deviceKey.publicKey, from: localDate('2026-01-01'), to: null },
  officeKey,
);

const card: PartnerCard = {
  v: 1,
  office: qingpu,
  name: '上海市青浦区劳动人事争议仲裁委员会',
  region: '310118',
  officeKey: officeKey.publicKey,
  version: 3,
  validFrom: localDate('2026-01-01'),
  validTo: localDate('2028-12-31'),
  intake: { device, key: deviceKey.publicKey },
  sealing: [{ key: 'A'.repeat(43), from: localDate('2026-01-01'), to: null }],
  revoked: ['e'.repeat(32) as DeviceId],
  suites: ['s1'],
  reader: 1,
  kinds: ['ARB_INVESTIGATE', 'LSI_ASSIST'],
  scope: '委托调查取证',
  more: {},
};

const order = makeEntry(
  {
    chain: requestChain(request, 'e'),
    kind: 'apply',
    kv: 1,
    minReader: 1,
    office: wujiang,
    device,
    pen: 1,
    seen: { seq: 1, id: opening.id },
    actor: 'device' as UserId,
    on: '2026-03-03',
    at: '001772500000000-0000',
    facts: { command: { header: opening.header, signature: opening.signature }, outcome: 'void', reason: 'malformed' },
    body: null,
    files: [],
  },
  null,
  's1',
  signed,
);

const position = extendStream(streamStart, opening.id, hashing);
const receipt = signReceipt(
  {
    v: 1,
    office: qingpu,
    device,
    to: wujiang,
    stream: 'd'.repeat(32) as DeviceId,
    number: 7,
    incarnation: '1'.repeat(32),
    upTo: position.n,
    root: position.root,
    opened: [{ entry: opening.id, on: localDate('2026-03-02') }],
    rejected: [],
    notUnderstood: [],
    missing: [{ manifest: file, chunks: [{ from: 0, to: 36 }] }],
    ask: [{ from: 2, to: 2 }],
    nonce: '2'.repeat(32),
    echo: '3'.repeat(32),
    reader: 1,
    kinds: ['ARB_INVESTIGATE', 'LSI_ASSIST'],
    card: 'c'.repeat(64),
    own: signCard(card, officeKey, hashing).document,
    returns: { nonce: '4'.repeat(32), streams: [{ stream: device, above: 12 }] },
    returned: { nonce: '5'.repeat(32), upTo: 9 },
    more: {},
  },
  deviceKey,
);

const parcel = { entry: { id: opening.id, header: opening.header, signature: opening.signature }, body: body.text };

/** The format vectors as this program writes them, by name. */
export const formatCases = {
  body: { text: body.text, hash: body.hash },
  requestEntry: { id: opening.id, header: opening.header, signature: opening.signature },
  deviceEntry: { id: fact.id, header: fact.header, signature: fact.signature },
  applyEntry: { id: order.id, header: order.header, signature: order.signature },
  stream: { n: position.n, root: position.root },
  certificate,
  card: {
    text: writeCard(signCard(card, officeKey, hashing).document),
    hash: signCard(card, officeKey, hashing).hash,
    fingerprint: fingerprint(card, hashing),
  },
  receipt: writeReceipt(receipt),
  bundle: writeBundle(
    { office: qingpu, device, to: wujiang, certificates: [certificate] },
    streamStart,
    [parcel],
    signed,
  ),
  keys: { office: officeKey.publicKey, device: deviceKey.publicKey, deviceId: device },
} as const;

import { suiteOf } from '#electron/sealing/suites.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import { readPack } from '#shared/domain/deadline/pack-file/read-pack.ts';
import { readCertificate } from '#shared/protocol/device-certificate.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import { readCard, writeCard } from '#shared/protocol/partner-card.ts';
import { sealProof } from '#shared/protocol/proof/seal-proof.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import { parseCanonical } from '#shared/protocol/read-json.ts';
import {
  readDocument,
  type SignedDocument,
  signDocument,
  signedBy,
  writeDocument,
} from '#shared/protocol/signed-document.ts';
import { fromUtf8 } from '#shared/protocol/text-bytes.ts';
import { formatCases } from '#tests/protocol/format-cases.ts';
import { cardOf, contentOf, qingpu, stranger, writtenRequest, wujiang } from '#tests/protocol/proof-case.ts';
import { seededRandom } from '#tests/support/randomness.ts';
import { bytesOf, type Form } from './form.ts';

const suite = suiteOf('s1');
const ports = { hashing: suite, verifying: suite };
const textOf = (bytes: Uint8Array): string => fromUtf8(bytes) ?? '';
const said = ({ text, signature }: SignedDocument): string => `${text}\n${signature}`;

const cards: Form = {
  name: 'card',
  weight: 4,
  signed: true,
  samples: [formatCases.card.text, ...[qingpu, wujiang, stranger].map((one) => writeCard(cardOf(one)))].map(bytesOf),
  take: (bytes) => {
    const read = readCard(textOf(bytes), ports);
    return read.ok ? [said(read.value.document)] : [];
  },
};

const certificates: Form = {
  name: 'certificate',
  weight: 2,
  signed: true,
  samples: [bytesOf(said(formatCases.certificate))],
  take: (bytes) => {
    const [text = '', signature = '', ...more] = textOf(bytes).split('\n');
    if (more.length > 0) return [];
    const document = { text, signature };
    return readCertificate(document, formatCases.keys.office, ports).ok ? [said(document)] : [];
  },
};

/** A file of rules as one office hands it to another, signed with the root key it names. */
function ruleFile(of: SuiteId): Uint8Array {
  const own = suiteOf(of);
  const keys = own.makeSigningKeys(seededRandom(`rules of ${of}`));
  const rows = [{ id: 'arb.accept', region: 'CN', name: '受理' }];
  const head = { v: 1, office: 'sh-qingpu', officeName: '青浦区仲裁院', officeKey: keys.publicKey, region: '310118' };
  const value = { ...head, made: '2026-03-01', title: '本院规则', rows };
  return bytesOf(writeDocument('xieban-rules-v1', signDocument('xieban-rules-v1', value, own.signing(keys))));
}

const rules = (of: SuiteId, weight: number): Form => ({
  name: `signed document in suite ${of}`,
  weight,
  signed: true,
  samples: [ruleFile(of)],
  take: (bytes) => {
    const document = readDocument('xieban-rules-v1', textOf(bytes));
    const value = document.ok ? parseCanonical(document.value.text) : undefined;
    const key = value?.['officeKey'];
    if (!document.ok || !value || typeof key !== 'string') return [];
    readPack(value);
    return signedBy('xieban-rules-v1', document.value, key, suite) ? [said(document.value)] : [];
  },
});

const proofs: Form = {
  name: 'proof file',
  weight: 2,
  signed: true,
  samples: [sealProof(contentOf(writtenRequest()), qingpu.signing)],
  take: (bytes) => {
    const verdict = verifyProof(bytes, { suites: { s1: suite }, rules: assistRules });
    return verdict.ok && verdict.hash !== null ? [verdict.hash] : [];
  },
};

/** Documents that stand by themselves, each signed by the office it speaks for. */
export const documentForms: readonly Form[] = [cards, certificates, rules('s1', 2), rules('s2', 0.05), proofs];

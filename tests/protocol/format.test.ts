import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseOfficeId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { readBody } from '#shared/protocol/body.ts';
import { readBundle, verifyBundle } from '#shared/protocol/bundle.ts';
import { readCertificate } from '#shared/protocol/device-certificate.ts';
import type { SealedEntry } from '#shared/protocol/entry.ts';
import { entryId } from '#shared/protocol/make-entry.ts';
import { readCard, relateCard, sealingKeysOn } from '#shared/protocol/partner-card.ts';
import { readReceipt, receiptSignedBy } from '#shared/protocol/receipt.ts';
import { readEntry, verifyEntry } from '#shared/protocol/verify-entry.ts';
import { realCrypto } from '#tests/simulation/real-crypto.ts';
import { formatCases } from './format-cases.ts';

const file = new URL('../fixtures/format/vectors.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as typeof formatCases;
const ports = realCrypto;
const changed = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);

describe('format vectors', () => {
  test.each(Object.keys(formatCases) as (keyof typeof formatCases)[])('%s is written as it was committed', (name) => {
    expect(formatCases[name]).toEqual(vectors[name]);
  });

  test('an entry of the vectors is read and proved', () => {
    for (const sealed of [vectors.requestEntry, vectors.deviceEntry] as readonly SealedEntry[]) {
      const read = readEntry(sealed, undefined, ports.hashing);
      if (!read.ok) throw new Error(read.error);
      expect(verifyEntry(read.value, vectors.keys.device, ports).ok).toBe(true);
      expect(verifyEntry(read.value, vectors.keys.office, ports)).toEqual({ ok: false, error: 'device-key' });
    }
  });

  test('a body belongs to the entry that names its hash and to no other', () => {
    const entry = vectors.requestEntry as SealedEntry;
    expect(readEntry(entry, vectors.body.text, ports.hashing).ok).toBe(true);
    expect(readEntry(entry, `${vectors.body.text} `, ports.hashing)).toEqual({ ok: false, error: 'body-differs' });
    expect(readEntry(vectors.deviceEntry as SealedEntry, vectors.body.text, ports.hashing).ok).toBe(false);
    expect(readBody(vectors.body.text)).toHaveProperty('letter');
  });

  test('one changed character of an entry is noticed', () => {
    const { id, header, signature } = vectors.requestEntry as SealedEntry;
    const parsed = (text: string) =>
      readEntry({ id: entryId('s1', text, ports.hashing), header: text, signature }, undefined, ports.hashing);
    expect(readEntry({ id, header: changed(header, 40), signature }, undefined, ports.hashing).ok).toBe(false);
    for (let at = 0; at < header.length; at += 7) {
      const read = parsed(changed(header, at));
      if (read.ok)
        expect(verifyEntry(read.value, vectors.keys.device, ports)).toEqual({ ok: false, error: expect.any(String) });
    }
  });

  test('a bundle of the vectors is read and proved, for its addressee alone', () => {
    const bundle = readBundle(vectors.bundle, ports.hashing, (header) => entryId('s1', header, ports.hashing));
    if (!bundle.ok) throw new Error(bundle.error);
    const [us, other] = [parseOfficeId('js-wujiang'), parseOfficeId('zj-hangzhou')];
    if (!us || !other) throw new Error('office codes');
    expect(bundle.value.parcels).toHaveLength(1);
    expect(verifyBundle(bundle.value, us, vectors.keys.device, ports).ok).toBe(true);
    expect(verifyBundle(bundle.value, other, vectors.keys.device, ports)).toEqual({
      ok: false,
      error: 'bundle-not-for-us',
    });
    expect(verifyBundle(bundle.value, us, vectors.keys.office, ports)).toEqual({
      ok: false,
      error: 'bundle-signature',
    });
  });

  test('a bundle changed at any place fails as a bundle', () => {
    const us = parseOfficeId('js-wujiang');
    if (!us) throw new Error('office code');
    for (let at = 0; at < vectors.bundle.length; at += 11) {
      const read = readBundle(changed(vectors.bundle, at), ports.hashing, (header) =>
        entryId('s1', header, ports.hashing),
      );
      const proved = read.ok ? verifyBundle(read.value, us, vectors.keys.device, ports) : read;
      expect(proved.ok, `changed at ${at}`).toBe(false);
    }
    for (const cut of [0, 1, 20, vectors.bundle.length - 1]) {
      expect(readBundle(vectors.bundle.slice(0, cut), ports.hashing, () => vectors.requestEntry.id).ok).toBe(false);
    }
  });

  test('a receipt is read, and only its device signs it', () => {
    const read = readReceipt(vectors.receipt);
    if (!read.ok) throw new Error(read.error);
    expect(read.value.receipt.upTo).toBe(1);
    expect(receiptSignedBy(read.value.document, vectors.keys.device, ports.verifying)).toBe(true);
    expect(receiptSignedBy(read.value.document, vectors.keys.office, ports.verifying)).toBe(false);
    expect(readReceipt(vectors.receipt.replace('"v":1', '"v":2'))).toEqual({ ok: false, error: 'receipt-newer' });
    expect(readReceipt(vectors.receipt.replace('"number":7', '"number":7,"other":1')).ok).toBe(false);
  });

  test('a certificate counts only under the key of its office', () => {
    expect(readCertificate(vectors.certificate, vectors.keys.office, ports).ok).toBe(true);
    expect(readCertificate(vectors.certificate, vectors.keys.device, ports)).toEqual({
      ok: false,
      error: 'certificate-signature',
    });
  });

  test('a card is read, compared and gives its keys', () => {
    const read = readCard(vectors.card.text, ports);
    if (!read.ok) throw new Error(read.error);
    expect(read.value.hash).toBe(vectors.card.hash);
    expect(relateCard(read.value, undefined)).toBe('new');
    expect(relateCard(read.value, read.value)).toBe('same');
    const other = { ...read.value, hash: 'f'.repeat(64), card: { ...read.value.card, version: 2 } };
    expect(relateCard(other, read.value)).toBe('older');
    expect(relateCard(read.value, other)).toBe('newer');
    const stranger = { ...other, card: { ...other.card, officeKey: 'B'.repeat(43) } };
    expect(relateCard(stranger, read.value)).toBe('different-key');
    expect(sealingKeysOn(read.value.card, localDate('2026-05-01'))).toHaveLength(1);
    expect(sealingKeysOn(read.value.card, localDate('2025-05-01'))).toHaveLength(1);
    expect(readCard(vectors.card.text.replace('青浦', '黄浦'), ports)).toEqual({ ok: false, error: 'card-signature' });
    expect(vectors.card.fingerprint).toMatch(/^(\d{5} ){5}\d{5}$/);
  });
});

import { describe, expect, test } from 'vitest';
import type { EntryId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { certifyDevice } from '#shared/protocol/device-certificate.ts';
import type { ProofContent, ProofEntry } from '#shared/protocol/proof/proof-file.ts';
import { sealProof } from '#shared/protocol/proof/seal-proof.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import { fromUtf8 } from '#shared/protocol/text-bytes.ts';
import {
  cardOf,
  check,
  contentOf,
  foreign,
  named,
  ports,
  qingpu,
  say,
  stranger,
  writtenRequest,
  wujiang,
} from './proof-case.ts';

const slice = writtenRequest();
const content = contentOf(slice);
const faults = (changed: ProofContent): readonly string[] => named(check(changed).faults);

/** The content with one entry changed. */
function withEntryChanged(
  side: 'r' | 'e',
  seq: number,
  change: (entry: ProofEntry) => Partial<ProofEntry>,
): ProofContent {
  return { ...content, [side]: content[side].map((one, i) => (i === seq - 1 ? { ...one, ...change(one) } : one)) };
}

describe('a proof of a whole request', () => {
  test('is whole, tells what the partner signed for and when, and who the offices are', () => {
    const verdict = check(content);
    expect(named(verdict.faults)).toEqual([]);
    expect(verdict).toMatchObject({ ok: true, isProof: true, maker: 'sh-qingpu', phase: 'accepted' });
    expect(verdict.offices.map(({ office, side }) => [office, side])).toEqual([
      ['sh-qingpu', 'r'],
      ['js-wujiang', 'e'],
    ]);
    expect(verdict.offices[0]?.fingerprint).toMatch(/^(\d{5} ){5}\d{5}$/);
    const lines = verdict.lines.map(({ side, seq, receipt, seen, storedOn, body }) => ({
      side,
      seq,
      receipt,
      seen,
      storedOn,
      body,
    }));
    expect(lines.slice(0, 2)).toEqual([
      {
        ...{ side: 'r', seq: 1, receipt: { position: 2, index: 0 }, seen: { seq: 1, on: '2026-03-12' } },
        ...{ storedOn: '2026-03-12', body: 'fits' },
      },
      {
        side: 'r',
        seq: 2,
        receipt: { position: 4, index: 1 },
        seen: { seq: 3, on: '2026-03-13' },
        storedOn: null,
        body: 'fits',
      },
    ]);
    expect(verdict.receipts.map(({ number, upTo, heard }) => [number, upTo, heard])).toEqual([
      [3, 2, '2026-03-12T10:00'],
      [4, 4, '2026-03-12T10:00'],
    ]);
    // Nothing of ours was written since the last entry of theirs.
    expect(named(verdict.remarks)).toEqual(['unsigned-yet e/3']);
  });

  test('has one hash and one seal with the texts and without, and without them no text is in it', () => {
    const bare = {
      ...content,
      r: content.r.map((one) => ({ ...one, body: null })),
      e: content.e.map((one) => ({ ...one, body: null })),
    };
    const bytes = sealProof(bare, qingpu.signing);
    expect(fromUtf8(bytes)).not.toContain('工资台账');
    const verdict = verifyProof(bytes, ports);
    expect(verdict).toMatchObject({ ok: true, hash: check(content).hash });
    expect(verdict.lines.map(({ body }) => body)).toEqual(['left-out', 'left-out', 'none', 'left-out', 'none']);
  });
});

describe('every change is named where it is', () => {
  test('a header', () => {
    const changed = withEntryChanged('r', 2, ({ header }) => ({
      header: header.replace('"on":"2026-03-12"', '"on":"2026-03-11"'),
    }));
    expect(faults(changed)).toEqual(['id-differs r/2']);
  });

  test('a header with the id that follows from it', () => {
    const other = writtenRequest('别的内容').r.entries[0];
    const changed = withEntryChanged('r', 1, ({ signature, body }) => ({
      id: other?.id as EntryId,
      header: other?.header ?? '',
      signature,
      body,
    }));
    expect(faults(changed)).toEqual(
      expect.arrayContaining(['signature r/1', 'body-differs r/1', 'prev-differs r/2', 'seen-differs r/1']),
    );
  });

  test('a body', () => {
    const changed = withEntryChanged('r', 1, ({ body }) => ({ body: (body ?? '').replace('工资', '考勤') }));
    expect(faults(changed)).toEqual(['body-differs r/1']);
    expect(faults(withEntryChanged('e', 1, () => ({ body: '{}' })))).toEqual(['body-differs e/1']);
  });

  test('a signature, and a device nobody answers for', () => {
    const theirs = content.e[0]?.signature ?? '';
    expect(faults(withEntryChanged('e', 2, () => ({ signature: theirs })))).toEqual(['signature e/2']);
    expect(faults({ ...content, cards: [cardOf(qingpu)] })).toContain('device-unknown e/1');
  });

  test('a missing entry, in the midst and at the end', () => {
    expect(faults({ ...content, e: content.e.filter((_, i) => i !== 1) })).toEqual(['entry-missing e/2']);
    expect(faults({ ...content, e: content.e.slice(0, 2) })).toEqual(['entry-missing e/3']);
    const shorter = { ...content, r: content.r.slice(0, 1), heads: { ...content.heads, r: null } };
    expect(faults(shorter)).toEqual(expect.arrayContaining(['seen-missing r/2']));
    expect(faults({ ...content, r: [], e: [], heads: { r: null, e: null } })).toContain('entry-missing r/1');
  });

  test('entries out of order, and one that stands twice', () => {
    const [one, two, three] = content.e;
    if (!one || !two || !three) throw new Error('three entries');
    expect(faults({ ...content, e: [one, three, two] })).toEqual(['order-swapped e/2']);
    expect(faults({ ...content, e: [one, two, two, three] })).toEqual(['repeated e/2']);
  });

  test('an entry that follows another one than the one before it, and a head that is not the last', () => {
    const other = say(say(slice, qingpu, 'r', 'note', {}), qingpu, 'r', 'note', {}).r.entries.at(-1);
    const third = say(slice, qingpu, 'r', 'note', {}, '甲').r.entries.at(-1);
    if (!other || !third) throw new Error('notes were written');
    const more = [third, other].map(({ id, header, signature, body }) => ({
      id,
      header,
      signature,
      body: body ?? null,
    }));
    const heads = { ...content.heads, r: { seq: 4, id: other.id } };
    expect(faults({ ...content, r: [...content.r, ...more], heads })).toEqual(['prev-differs r/4']);
    const head = { seq: 2, id: foreign };
    expect(faults({ ...content, heads: { ...content.heads, r: head } })).toEqual(['head-differs r/2']);
  });

  test('a forged certificate and a card under another key', () => {
    const by = (root: typeof qingpu.root) =>
      certifyDevice(
        {
          v: 1,
          office: qingpu.office,
          device: stranger.device,
          key: stranger.signing.publicKey,
          from: localDate('2026-01-01'),
          to: null,
        },
        root,
      );
    expect(faults({ ...content, certificates: [by(qingpu.root)] })).toEqual([]);
    expect(faults({ ...content, certificates: [by(stranger.root)] })).toEqual(['certificate certificate/1']);
    const forged = cardOf(wujiang, { version: 2 }, stranger.root);
    expect(faults({ ...content, cards: [...content.cards, forged] })).toEqual(['office-two-keys card/3']);
    const torn = content.cards.map((card, i) =>
      i === 1 ? { ...card, text: card.text.replace('310118', '320509') } : card,
    );
    expect(faults({ ...content, cards: torn })).toContain('card-signature card/2');
  });

  test('a fork, an entry of another request, another sealer', () => {
    const second = say(
      { ...slice, e: { ...slice.e, entries: slice.e.entries.slice(0, 2) } },
      wujiang,
      'e',
      'note',
      {},
    ).e.entries.at(-1);
    if (!second) throw new Error('a note was written');
    const { id, header, signature } = second;
    expect(faults({ ...content, beside: [{ id, header, signature }] })).toEqual(['fork e/3']);
    expect(
      faults({ ...content, request: content.request.replace('abcd', 'abce') as typeof content.request }),
    ).toContain('other-request r/1');
    expect(named(verifyProof(sealProof(content, wujiang.signing), ports).faults)).toEqual(['seal file/0']);
    const cards = [...content.cards, cardOf(stranger)];
    const maker = { office: stranger.office, device: stranger.device };
    expect(named(verifyProof(sealProof({ ...content, cards, maker }, stranger.signing), ports).faults)).toEqual([
      'seal-device file/0',
    ]);
  });

  test('an outcome the rules do not give', () => {
    const apply = slice.e.entries[2];
    if (!apply) throw new Error('an apply was written');
    const lied = { ...(apply.parsed.facts as { command: never }), outcome: 'late', reason: null };
    const upTo = { ...slice, e: { ...slice.e, entries: slice.e.entries.slice(0, 2) } };
    const other = say(upTo, wujiang, 'e', 'apply', lied);
    expect(faults(contentOf(other))).toEqual(['outcome-differs e/3']);
  });

  test('a pen that was not handed on', () => {
    const sent = { ...slice, r: { ...slice.r, entries: slice.r.entries.slice(0, 1) }, e: { ...slice.e, entries: [] } };
    const second = { ...wujiang, device: stranger.device, signing: stranger.signing };
    const wrong = say(
      say(sent, second, 'e', 'register', { stored: '2026-03-12', number: null }),
      qingpu,
      'r',
      'urge',
      {},
    );
    const certificate = certifyDevice(
      {
        v: 1,
        office: wujiang.office,
        device: second.device,
        key: second.signing.publicKey,
        from: localDate('2026-01-01'),
        to: null,
      },
      wujiang.root,
    );
    expect(faults({ ...contentOf(wrong), certificates: [certificate] })).toEqual(['wrong-pen e/1']);
  });

  test('a device its office revoked counts as far as the other office shows that its entries were there before', () => {
    const revoking = { ...content, cards: [cardOf(qingpu), cardOf(wujiang, { revoked: [wujiang.device] })] };
    const verdict = check(revoking);
    expect(named(verdict.faults)).toEqual(['device-revoked e/3']);
    expect(named(verdict.remarks)).toEqual(expect.arrayContaining(['revoked-since e/1', 'revoked-since e/2']));
  });
});

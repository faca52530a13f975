import { describe, expect, test } from 'vitest';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { streamOutRun } from '#electron/store/tables/streams.ts';
import { transaction } from '#electron/store/transaction.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import { requestChain } from '#shared/protocol/chain-id.ts';
import { signedText, writeHeader } from '#shared/protocol/entry.ts';
import { entryId } from '#shared/protocol/make-entry.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import { emptyRoot, extendStream } from '#shared/protocol/stream.ts';
import { toBase64Url, utf8 } from '#shared/protocol/text-bytes.ts';
import type { Desk } from './support/desk.ts';
import { acceptedThere, day, sentRequest, type TwoOffices, twoOffices } from './support/two-offices.ts';

const ports = { suites: { s1: suiteOne }, rules: assistRules };

/** A request that both offices hold: sent, registered, accepted, urged, receipts back. */
async function running(): Promise<TwoOffices & { readonly id: RequestId }> {
  const offices = await twoOffices();
  // Other requests stand in the same stream before and behind it.
  await sentRequest(offices);
  const id = (await sentRequest(offices)) as RequestId;
  await offices.exchange();
  offices.clock.set('2026-03-16T09:02');
  await acceptedThere(offices, id, '2026-03-16');
  await offices.exchange();
  await offices.asks.ask('request.urge', { request: id, on: day('2026-03-16') });
  await sentRequest(offices);
  await offices.exchange();
  return { ...offices, id };
}

const faultsAt = async (desk: Desk, id: RequestId): Promise<readonly string[]> =>
  (await desk.ask('request.proof', { request: id })).faults.map(({ code, part, n }) => `${code} ${part}/${n}`);

/** Changes rows of the database as somebody would who holds its key. */
function byHand(desk: Desk, sql: string, ...values: readonly (string | number)[]): void {
  const done = transaction(desk.open.store, (tx) => ok(tx.run(sql, ...values)));
  if (!done.ok) throw new Error('not written');
}

const nthEntry = 'chain = (SELECT n FROM chain WHERE name = ?) AND seq = ?';

describe('the proof of a request', () => {
  test('holds on both sides, says which receipt covers what and when it came, and is the same file for the same data', async () => {
    const { asks, does, id, clock } = await running();
    const ours = await asks.ask('request.proof', { request: id });
    expect(ours.faults).toEqual([]);
    expect(ours.ok).toBe(true);
    expect(ours.offices.map(({ office, side, confirmed }) => [office, side, confirmed])).toEqual([
      ['qingpu-arb', 'r', true],
      ['wujiang-arb', 'e', true],
    ]);
    const own = ours.lines.filter((line) => line.ours);
    expect(own.map(({ kind }) => kind)).toEqual(['request', 'urge']);
    expect(own.every(({ receipt }) => receipt !== null)).toBe(true);
    expect(own[0]?.receipt?.heard).toBe('2026-03-12 09:30');
    expect(own[1]?.receipt?.heard).toBe('2026-03-16 09:02');
    expect(own[0]?.storedOn).toBe('2026-03-12');
    const theirs = await does.ask('request.proof', { request: id });
    expect(theirs).toMatchObject({ ok: true, digest: ours.digest });
    expect(
      theirs.lines.filter((line) => line.ours && line.kind !== 'apply').every(({ receipt }) => receipt !== null),
    ).toBe(true);

    const file = await asks.ask('request.exportProof', { request: id, bodies: false });
    expect(file.hash).toBe(ours.hash);
    expect(file.fileName).toBe(`${id}.xieban-proof`);
    clock.set('2026-03-18T11:00');
    expect((await asks.ask('request.exportProof', { request: id, bodies: false })).bytes).toEqual(file.bytes);
  });

  test('without the texts holds nothing that names a person; with them it is checked and recorded as such', async () => {
    const { asks, id } = await running();
    const bare = await asks.ask('request.exportProof', { request: id, bodies: false });
    const text = Buffer.from(bare.bytes).toString('utf8');
    for (const word of ['周某某', '沈某某', '工资台账', '13800000000', '310118199001011234'])
      expect(text).not.toContain(word);
    expect(verifyProof(bare.bytes, ports)).toMatchObject({ ok: true, hash: bare.hash });
    const full = await asks.ask('request.exportProof', { request: id, bodies: true });
    expect(Buffer.from(full.bytes).toString('utf8')).toContain('工资台账');
    const verdict = verifyProof(full.bytes, ports);
    expect(verdict).toMatchObject({ ok: true, hash: bare.hash });
    expect(verdict.lines.filter(({ body }) => body === 'fits').length).toBeGreaterThan(0);
    const { rows } = await asks.ask('audit.list', {});
    expect(rows.slice(0, 2).map(({ act, about }) => [act, about])).toEqual([
      ['audit.exported', id],
      ['audit.exported', id],
    ]);
  });

  test('passes over a receipt too long for any proof and takes the next one that reaches as far', async () => {
    const { asks, id } = await running();
    const before = await asks.ask('request.proof', { request: id });
    // A partner may sign long lists of missing parts; here only the length counts.
    const pad = ' '.repeat(200_000);
    byHand(asks, 'UPDATE receipt_in SET text = text || ? WHERE n = (SELECT min(n) FROM receipt_in)', pad);
    const after = await asks.ask('request.proof', { request: id });
    expect(after.faults).toEqual([]);
    expect(after.lines.filter((line) => line.ours).every(({ receipt }) => receipt !== null)).toBe(true);
    expect(after.receipts).not.toEqual(before.receipts);
  });

  test('is not made of a request nobody knows', async () => {
    const { asks } = await twoOffices();
    const request = '01926b3c-0000-7000-8000-00000000abcd' as RequestId;
    expect(await asks.refusal('request.proof', { request })).toMatchObject({ code: 'not-found.request' });
    expect(await asks.refusal('request.exportProof', { request, bodies: false })).toMatchObject({ kind: 'not-found' });
  });
});

describe('a row of the encrypted database that somebody changed by hand is shown', () => {
  test('a date in a header, a text, a signature', async () => {
    const { asks, id } = await running();
    const chain = requestChain(id, 'e');
    const before = (await asks.ask('request.proof', { request: id })).hash;
    byHand(
      asks,
      `UPDATE entry SET header = replace(header, '"promised":"2026-04-03"', '"promised":"2026-04-30"') WHERE ${nthEntry}`,
      chain,
      2,
    );
    expect(await faultsAt(asks, id)).toEqual(['id-differs e/2']);
    expect((await asks.ask('request.proof', { request: id })).hash).not.toBe(before);
    byHand(
      asks,
      `UPDATE entry SET header = replace(header, '"promised":"2026-04-30"', '"promised":"2026-04-03"') WHERE ${nthEntry}`,
      chain,
      2,
    );
    expect(await faultsAt(asks, id)).toEqual([]);
    const own = requestChain(id, 'r');
    byHand(
      asks,
      `UPDATE body SET text = replace(text, '工资', '考勤') WHERE entry = (SELECT n FROM entry WHERE ${nthEntry})`,
      own,
      1,
    );
    expect(await faultsAt(asks, id)).toEqual(['body-differs r/1']);
    byHand(
      asks,
      `UPDATE body SET text = replace(text, '考勤台账', '工资台账') WHERE entry = (SELECT n FROM entry WHERE ${nthEntry})`,
      own,
      1,
    );
    byHand(
      asks,
      `UPDATE entry SET signature = (SELECT signature FROM entry WHERE ${nthEntry}) WHERE ${nthEntry}`,
      own,
      2,
      own,
      1,
    );
    expect(await faultsAt(asks, id)).toContain('signature r/1');
  });

  test('an entry taken out, and a whole history signed anew by this very device', async () => {
    const { asks, id } = await running();
    const own = requestChain(id, 'r');
    const { open } = asks;
    const entries = streamOutRun(open.store.db, 'wujiang-arb' as typeof open.office, 0, 100);
    const first = entries.find(({ entry }) => entry.parsed.chain === own)?.entry;
    if (!first) throw new Error('the opening is in the stream');
    const header = writeHeader({ ...first.parsed, on: '2026-03-11' });
    const signature = toBase64Url(open.signing.sign(utf8(signedText(header))));
    const rewritten = entryId('s1', header, open.suite);
    byHand(
      asks,
      'UPDATE entry SET header = ?, signature = ?, id = ? WHERE id = ?',
      header,
      signature,
      rewritten,
      first.id,
    );
    let position = { n: 0, root: emptyRoot };
    for (const { n, entry } of entries) {
      position = extendStream(position, entry.id === first.id ? rewritten : entry.id, open.suite);
      byHand(asks, 'UPDATE stream_out SET root = ? WHERE n = ?', position.root, n);
    }
    const faults = await faultsAt(asks, id);
    // The partner signed for another history, and its own entries had seen another opening.
    expect(faults).toEqual(
      expect.arrayContaining(['root-differs receipt/1', 'root-differs receipt/2', 'seen-differs r/1']),
    );
    expect(faults).not.toContain('signature r/1');

    byHand(asks, 'PRAGMA foreign_keys = OFF');
    byHand(
      asks,
      `UPDATE entry SET chain = (SELECT min(n) FROM chain), seq = -1 WHERE ${nthEntry}`,
      requestChain(id, 'e'),
      1,
    );
    expect(await faultsAt(asks, id)).toContain('entry-missing e/1');
  });
});

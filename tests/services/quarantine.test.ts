import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { exchangeOffice, introduce } from './support/exchange-office.ts';
import { mailFolder } from './support/mail-folder.ts';

async function withAside(bytes: Uint8Array) {
  const mail = mailFolder();
  const own = await exchangeOffice('qingpu-arb');
  const other = await exchangeOffice('wujiang-arb', '320509');
  await introduce(own, other, mail.path);
  mail.lay(own.id, bytes);
  await own.round();
  const id = createHash('sha256').update(bytes).digest('hex');
  const aside = async () => (await own.ask('sync.status', {})).quarantine;
  return { own, id, aside, mail };
}

test('what was set aside is given out byte for byte, in pieces, and that is recorded once', async () => {
  const bytes = new Uint8Array(randomBytes(2_500_000));
  const { own, id, aside } = await withAside(bytes);
  expect(await aside()).toMatchObject([{ id, kept: true, settled: null, size: bytes.length }]);
  const parts: Uint8Array[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const piece = await own.ask('quarantine.export', { id, offset });
    expect(piece.size).toBe(bytes.length);
    expect(piece.fileName).toMatch(/^xieban-[0-9a-f]{16}\.bin$/);
    parts.push(piece.bytes);
    offset += piece.bytes.length;
  }
  expect(parts.length).toBe(3);
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  const { rows } = await own.ask('audit.list', {});
  expect(rows.filter(({ act, about }) => act === 'audit.exported' && about === id)).toHaveLength(1);
});

test('reading it again leaves rubbish where it is, with its reason, and asks for nothing unknown', async () => {
  const { own, id, aside } = await withAside(new TextEncoder().encode('no package'));
  expect(await own.ask('quarantine.again', { id })).toMatchObject({ taken: false, code: 'package.malformed' });
  expect(await aside()).toHaveLength(1);
  const unknown = '0'.repeat(64);
  for (const call of ['quarantine.again', 'quarantine.export'] as const) {
    expect((await own.refusal(call, { id: unknown })).code).toBe('not-found.quarantine');
  }
  expect((await own.refusal('quarantine.settle', { id: unknown, reason: '误放' })).code).toBe('not-found.quarantine');
});

test('settling it needs a reason, is recorded, and the same bytes do not come up again', async () => {
  const bytes = new TextEncoder().encode('no package');
  const { own, id, aside, mail } = await withAside(bytes);
  expect((await own.refusal('quarantine.settle', { id, reason: ' ' })).code).toBe('quarantine.reason-empty');
  await own.ask('quarantine.settle', { id, reason: '误放的文件' });
  expect(await aside()).toMatchObject([{ id, settled: '误放的文件' }]);
  const { rows } = await own.ask('audit.list', {});
  expect(rows[0]).toMatchObject({ act: 'audit.aside', about: id, reason: '误放的文件' });
  await own.restart();
  mail.lay(own.id, bytes);
  await own.round();
  expect(await aside()).toMatchObject([{ id, settled: '误放的文件' }]);
  expect((await own.ask('quarantine.export', { id })).bytes).toEqual(bytes);
  expect((await own.ask('store.rebuild', {})).same).toBe(true);
});

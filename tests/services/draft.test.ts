import { describe, expect, it } from 'vitest';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { testOffice } from '#tests/support/office.ts';

describe('drafts', () => {
  it('keep what was typed exactly, newest first, and are no facts', async () => {
    const office = await testOffice();
    const before = office.open.store.db.get('SELECT count(*) AS n FROM entry');
    const text = JSON.stringify({ name: `周'; DROP TABLE draft; --\u202e` });
    expect(await office.ask('draft.get', { key: 'dossier.receive' })).toBeNull();
    await office.ask('draft.save', { key: 'dossier.receive', title: '收件', text: '{}' });
    office.setNow('2026-03-17T09:45');
    await office.ask('draft.save', { key: 'request:1', title: '委托函', text });
    await office.ask('draft.save', { key: 'dossier.receive', title: '收件', text });
    expect(await office.ask('draft.get', { key: 'dossier.receive' })).toMatchObject({
      text,
      savedAt: '2026-03-17T09:45',
    });
    const listed = await office.ask('draft.list', {});
    expect(listed.map(({ key, title }) => [key, title])).toEqual([
      ['dossier.receive', '收件'],
      ['request:1', '委托函'],
    ]);
    await office.ask('draft.discard', { key: 'request:1' });
    await office.ask('draft.discard', { key: 'request:1' });
    expect((await office.ask('today.get', {})).drafts.map(({ key }) => key)).toEqual(['dossier.receive']);
    expect(office.open.store.db.get('SELECT count(*) AS n FROM entry')).toEqual(before);
  });

  it('end in the transaction of the receipt they became, and survive one that is refused', async () => {
    const office = await testOffice();
    await office.ask('draft.save', { key: 'dossier.receive', text: '{"a":1}' });
    await office.refusal('dossier.receive', { side: 'arb', receivedOn: '2026-03-18', parties: [] });
    expect(await office.ask('draft.get', { key: 'dossier.receive' })).toMatchObject({ text: '{"a":1}' });
    await receiveOne(office);
    expect(await office.ask('draft.get', { key: 'dossier.receive' })).toBeNull();
  });

  it('of two windows over one form are kept apart: neither overwrites nor discards the other', async () => {
    const office = await testOffice();
    const key = 'dossier.receive';
    const read = async (writer: string) => (await office.ask('draft.get', { key, writer }))?.text;
    expect(await office.ask('draft.save', { key, text: '"甲"', writer: 'a' })).toMatchObject({ others: false });
    expect(await office.ask('draft.save', { key, text: '"乙"', writer: 'b' })).toMatchObject({ others: true });
    expect([await read('a'), await read('b')]).toEqual(['"甲"', '"乙"']);
    expect(await office.ask('draft.list', {})).toHaveLength(1);
    await office.ask('draft.discard', { key, writer: 'b' });
    expect(await read('b')).toBe('"甲"');
    await office.ask('draft.save', { key, text: '"乙"', writer: 'b' });
    await receiveOne(office, { writer: 'b' });
    expect(await read('a')).toBe('"甲"');
  });

  it('are taken over by a later window, unless their own went on writing', async () => {
    const office = await testOffice();
    const key = 'request:1';
    const marks = async (writer: string) => (await office.ask('draft.get', { key, writer }))?.mark ?? null;
    await office.ask('draft.save', { key, text: '"甲"', writer: 'a' });
    const over = await marks('b');
    expect(over?.writer).toBe('a');
    await office.ask('draft.save', { key, text: '"甲改"', writer: 'a' });
    expect(await office.ask('draft.save', { key, text: '"乙"', writer: 'b', over })).toMatchObject({ others: true });
    await office.ask('draft.discard', { key, writer: 'b', over });
    expect(await office.ask('draft.get', { key, writer: 'b' })).toMatchObject({ text: '"甲改"', others: false });
    const now = await marks('b');
    expect(await office.ask('draft.save', { key, text: '"乙"', writer: 'b', over: now })).toMatchObject({
      others: false,
    });
    expect(await marks('a')).toMatchObject({ writer: 'b' });
    const last = await marks('c');
    await office.ask('draft.discard', { key, writer: 'c', over: last });
    expect(await marks('c')).toBeNull();
  });
});

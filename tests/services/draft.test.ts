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
    expect(await office.ask('draft.get', { key: 'dossier.receive' })).toEqual({ text, savedAt: '2026-03-17T09:45' });
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
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chainEntries } from '#electron/store/tables/entries.ts';
import { auditChain } from '#shared/protocol/chain-id.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, madeUpId, worker } from '#tests/support/made-up-parties.ts';
import { testOffice } from '#tests/support/office.ts';

const idNo = madeUpId('310118', '19850312', 1);

describe('numbers of parties', () => {
  it('warn when their check digit is wrong and never stop the receipt', async () => {
    const office = await testOffice();
    const wrong = { ...worker('周某某'), idNo: `${idNo.slice(0, 17)}${idNo.endsWith('1') ? '2' : '1'}` };
    const unit = { ...employer('某公司'), uscc: '91310118MA1KXXXX00' };
    const received = await office.ask('dossier.receive', {
      side: 'arb',
      receivedOn: '2026-03-17',
      parties: [wrong, unit],
    });
    const said = received.warnings.map(({ code, field }) => [code, field]);
    expect(said).toContainEqual(['id.check-digit', 'parties.0.idNo']);
    expect(said).toContainEqual(['uscc.check-digit', 'parties.1.uscc']);
    const view = await office.ask('dossier.get', { dossier: received.id as never });
    expect(view.parties.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      ['id.check-digit'],
      expect.arrayContaining(['uscc.check-digit']),
    ]);
    const typed = { idKind: 'resident' as const, idNo: wrong.idNo, uscc: '', name: '周\u202e某' };
    expect((await office.ask('party.check', typed)).map(({ code }) => code)).toEqual([
      'text.direction-removed',
      'id.check-digit',
    ]);
  });

  it('are masked wherever they are shown and stand in full in no answer, history or log', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    const view = await office.ask('dossier.get', { dossier });
    expect(view.parties.map(({ idNoMasked, phoneMasked }) => [idNoMasked, phoneMasked])).toEqual([
      [`310***********${idNo.slice(14)}`, '138****0021'],
      ['', ''],
    ]);
    const answers = [
      view,
      await office.ask('dossier.list', {}),
      await office.ask('dossier.history', { dossier }),
      await office.ask('audit.list', {}),
      await office.ask('today.get', {}),
      office.logged,
    ];
    expect(JSON.stringify(answers)).not.toContain(idNo);
    expect(JSON.stringify(answers)).not.toContain('13800000021');
    const headers = office.open.store.db.all<{ header: string }>('SELECT header FROM entry');
    expect(headers.some(({ header }) => header.includes('周某某') || header.includes(idNo))).toBe(false);
    for (const name of readdirSync(office.folder)) {
      if (!name.includes('.')) continue;
      const bytes = readFileSync(join(office.folder, name));
      expect([name, bytes.includes(idNo), bytes.includes('周某某')]).toEqual([name, false, false]);
    }
  });

  it('are revealed for a reason, and the line in the audit chain is written first', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    const [person] = (await office.ask('dossier.get', { dossier })).parties;
    const party = person?.id ?? '';
    const shown = await office.ask('party.reveal', { dossier, party, reason: '核对送达地址' });
    expect(shown).toMatchObject({ idNo, phone: '13800000021' });
    const audit = await office.ask('audit.list', {});
    expect(audit.rows.map(({ act, about, reason, person: who }) => ({ act, about, reason, who }))).toEqual([
      { act: 'audit.revealed', about: '青收2026-0001', reason: '核对送达地址', who: '沈书记员' },
    ]);
    const [line] = chainEntries(office.open.store.db, auditChain(office.open.device));
    expect(line?.parsed.facts).toEqual({ about: '青收2026-0001', dossier, fields: ['idNo', 'phone'], party });
    const history = await office.ask('dossier.history', { dossier });
    expect(history.rows[0]?.kind).toBe('audit.revealed');
  });

  it('are not revealed without a reason or for a party of another file', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    const other = await receiveOne(office);
    const [person] = (await office.ask('dossier.get', { dossier })).parties;
    const party = person?.id ?? '';
    expect(await office.refusal('party.reveal', { dossier, party, reason: ' \u200b ' })).toMatchObject({
      ...{ kind: 'bad-input', code: 'party.reveal-reason-empty' },
    });
    expect(await office.refusal('party.reveal', { dossier: other, party, reason: '核对' })).toMatchObject({
      ...{ kind: 'not-found', code: 'not-found.party' },
    });
    expect((await office.ask('audit.list', {})).total).toBe(0);
  });
});

describe('a reveal that cannot be recorded', () => {
  it('shows nothing: on a full disk the answer is the refusal of the disk', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    const [person] = (await office.ask('dossier.get', { dossier })).parties;
    const asked = { dossier, party: person?.id ?? '', reason: '核'.repeat(200) };
    const { db } = office.open.store;
    const pages = db.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    db.get(`PRAGMA max_page_count = ${pages}`);
    const replies = [];
    for (let turn = 0; turn < 60; turn += 1) replies.push(await office.call('party.reveal', asked));
    const refused = replies.filter((reply) => !reply.ok);
    expect(refused[0]).toEqual({ ok: false, failure: { kind: 'storage', code: 'storage.disk-full' } });
    db.get('PRAGMA max_page_count = 1073741823');
    expect((await office.ask('audit.list', {})).total).toBe(replies.length - refused.length);
  });
});

describe('parties of a file', () => {
  it('are added and changed; a number the form did not hold stays, an emptied one goes', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    const { parties, revision: base } = await office.ask('dossier.get', { dossier });
    const party = parties[0]?.id ?? '';
    const named = { role: 'applicant' as const, type: 'person' as const, name: '周某', address: '新地址' };
    await office.ask('party.amend', { dossier, base, party, ...named });
    expect(await office.ask('party.reveal', { dossier, party, reason: '核对' })).toMatchObject({
      idNo,
      phone: '13800000021',
    });
    await office.ask('party.amend', { dossier, base, party, ...named, phone: '' });
    expect(await office.ask('party.reveal', { dossier, party, reason: '核对' })).toMatchObject({ idNo, phone: '' });
    await office.ask('party.add', { dossier, ...worker('吴某某', 2) });
    const view = await office.ask('dossier.get', { dossier });
    expect(view.parties.map(({ name }) => name)).toEqual(['周某', '某某物流(上海)有限公司', '吴某某']);
    expect(view.row.title).toBe('周某等2人 — 某某物流(上海)有限公司');
  });

  it('name the fact they replace, and the last of them stays', async () => {
    const office = await testOffice();
    const dossier = await receiveOne(office);
    const [first, second] = (await office.ask('dossier.get', { dossier })).parties;
    await office.ask('party.remove', { dossier, party: second?.id ?? '' });
    const gone = await office.refusal('party.remove', { dossier, party: second?.id ?? '' });
    expect(gone.code).toBe('not-found.party');
    const last = await office.refusal('party.remove', { dossier, party: first?.id ?? '' });
    expect(last).toEqual({ kind: 'refused', code: 'party.last' });
    const { rows } = await office.ask('dossier.history', { dossier });
    const headers = office.open.store.db.all<{ header: string }>('SELECT header FROM entry ORDER BY n DESC LIMIT 1');
    expect(JSON.parse(headers[0]?.header ?? '{}')).toMatchObject({ kind: 'party.removed', basedOn: [rows[1]?.id] });
    expect((await office.ask('dossier.list', { filter: { text: '物流' } })).total).toBe(0);
  });
});

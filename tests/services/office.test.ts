import { describe, expect, it } from 'vitest';
import type { UserId } from '#shared/base/ids.ts';
import { testOffice } from '#tests/support/office.ts';

describe('the office', () => {
  it('says who it is, with a fingerprint to read aloud, and changes how it is named', async () => {
    const office = await testOffice();
    const first = await office.ask('office.get', {});
    expect(first).toMatchObject({
      ...{ id: 'qingpu-arb', name: '青浦区劳动人事争议仲裁院', region: '310118', regionName: '上海市青浦区' },
      ...{ me: { name: '沈书记员' }, address: '', device: office.open.device },
    });
    expect(first.fingerprint.length).toBeGreaterThan(10);
    const named = { name: '青浦仲裁院', address: '公园路100号', postcode: '201799', phone: '021-00000000', uscc: '' };
    await office.ask('office.amend', named);
    expect(await office.ask('office.get', {})).toMatchObject(named);
    const empty = await office.refusal('office.amend', { ...named, name: '\u200b' });
    expect(empty).toEqual({ kind: 'bad-input', code: 'office.name-empty', field: 'name' });
  });

  it('keeps what binds it as facts with a line in the audit trail, and how the screen looks on this device only', async () => {
    const office = await testOffice();
    const entries = () => office.open.store.db.get<{ n: number }>('SELECT count(*) AS n FROM entry')?.n ?? 0;
    const before = entries();
    await office.ask('office.setSettings', { theme: 'dark', fontSize: 18, language: 'en' });
    expect(entries()).toBe(before);
    await office.ask('office.setSettings', {
      sealedScanRequired: true,
      arbCaseNumber: '{dist}仲案{open}{year}{close}{seq}号',
    });
    expect(entries()).toBe(before + 2);
    await office.ask('office.setSettings', { sealedScanRequired: true });
    expect(entries()).toBe(before + 2);
    const { settings } = await office.ask('office.get', {});
    expect(settings).toMatchObject({
      ...{ theme: 'dark', fontSize: 18, language: 'en', sealedScanRequired: true },
      ...{ arbCaseNumber: '{dist}仲案{open}{year}{close}{seq}号', windowNumber: '{dist}收{year}-{seq}' },
    });
    const audit = await office.ask('audit.list', {});
    expect(audit.rows.map(({ act, about }) => [act, about])).toEqual([
      ['audit.settings', 'arbCaseNumber, sealedScanRequired'],
    ]);
  });

  it('lists divisions from the provinces down', async () => {
    const office = await testOffice();
    const provinces = await office.ask('region.list', {});
    expect(provinces.map(({ code }) => code)).toEqual(['310000', '320000', '330000', '340000', '500000', '510000']);
    const suzhou = await office.ask('region.list', { parent: '320500' });
    expect(suzhou).toContainEqual({ code: '320509', name: '吴江区', zone: false, hasChildren: false });
  });
});

describe('the people of the office', () => {
  it('are added and changed, sit down at the desk, and sign what they do from then on', async () => {
    const office = await testOffice();
    const added = await office.ask('person.add', {
      name: '陆某某',
      roles: ['arbitrator', 'arbitrator'],
      cardNo: 'A-1',
    });
    const id = added.id as UserId;
    await office.ask('person.actAs', { id });
    const now = await office.ask('office.get', {});
    expect(now.me).toMatchObject({ id, name: '陆某某', roles: ['arbitrator'], cardNo: 'A-1', active: true });
    await office.ask('audit.printed', { what: 'strip', about: '青收2026-0001', note: '给当事人' });
    const audit = await office.ask('audit.list', {});
    expect(audit.rows.map(({ act, about, person, reason }) => [act, about, person, reason])).toEqual([
      ['audit.printed', '青收2026-0001', '陆某某', '给当事人'],
      ['audit.desk-taken', '陆某某', '沈书记员', ''],
    ]);
    expect(audit.rows[0]?.at).toBe('2026-03-17T09:30');
    const headers = office.open.store.db.all<{ header: string }>(
      "SELECT header FROM entry WHERE kind = 'audit.printed'",
    );
    expect(headers.map(({ header }) => header.includes('2026-0001'))).toEqual([false]);
  });

  it('stay when they leave, but nobody sits down as one of them or sends himself away', async () => {
    const office = await testOffice();
    const me = (await office.ask('office.get', {})).me.id;
    const id = (await office.ask('person.add', { name: '吴某', roles: [] })).id as UserId;
    await office.ask('person.amend', { id, name: '吴某', roles: ['clerk'], active: false });
    expect(await office.refusal('person.actAs', { id })).toEqual({ kind: 'refused', code: 'person.inactive' });
    const leave = await office.refusal('person.amend', { id: me, name: '沈', roles: [], active: false });
    expect(leave).toEqual({ kind: 'refused', code: 'person.at-desk' });
    const { people } = await office.ask('office.get', {});
    expect(people.map(({ name, active }) => [name, active])).toEqual([
      ['沈书记员', true],
      ['吴某', false],
    ]);
    const ghost = await office.refusal('person.add', { name: '\u202e', roles: [] });
    expect(ghost).toEqual({ kind: 'bad-input', code: 'person.name-empty', field: 'name' });
  });
});

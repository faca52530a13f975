import { describe, expect, it } from 'vitest';
import type { DossierId, EntryId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

type Desk = { readonly office: TestOffice; readonly first: UserId; readonly second: UserId };

const rule = 'ARB.MED_ORG';

/** An office of two people. */
async function twoPeople(): Promise<Desk> {
  const office = await testOffice({ now: '2026-03-20T09:00' });
  const first = (await office.ask('office.get', {})).me.id;
  const { id } = await office.ask('person.add', { name: '陆某某', roles: ['head'] });
  return { office, first, second: id as UserId };
}

/** A file whose mediation was agreed on a day. */
async function mediated({ office }: Desk, on: string): Promise<DossierId> {
  const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
  await office.ask('clock.start', { dossier, ruleId: rule, on: localDate(on) });
  return dossier;
}

async function due({ office }: Desk, file: DossierId): Promise<string | null | undefined> {
  const { rows } = await office.ask('deadline.list', { limit: 200 });
  return rows.find((row) => row.dossier === file && row.due.ruleId === rule)?.due.due;
}

const said = (changes: Partial<CallInput<'rule.propose'>> = {}): CallInput<'rule.propose'> => ({
  ...{ rule, from: localDate('2026-03-10'), off: false, amount: 7, unit: 'working-day', roll: 'none' },
  ...{ basis: '本院办公会纪要〔2026〕3号', reason: '与调解组织商定' },
  ...changes,
});

/** One person proposes, the other confirms. */
async function inForce({ office, first, second }: Desk, changes: Partial<CallInput<'rule.propose'>>): Promise<EntryId> {
  const id = (await office.ask('rule.propose', said(changes))).id as EntryId;
  await office.ask('person.actAs', { id: second });
  await office.ask('law.confirm', { id });
  await office.ask('person.actAs', { id: first });
  return id;
}

describe("the office's own rules", () => {
  it('count limits that start from their day on, move those, and say who decided', async () => {
    const desk = await twoPeople();
    const [before, after] = [await mediated(desk, '2026-03-09'), await mediated(desk, '2026-03-10')];
    expect([await due(desk, before), await due(desk, after)]).toEqual(['2026-03-23', '2026-03-24']);
    const id = (await desk.office.ask('rule.propose', said())).id as EntryId;
    expect(await desk.office.refusal('law.confirm', { id })).toMatchObject({ code: 'law.same-person' });
    const moved = { subject: after, rule, from: '2026-03-24', to: '2026-03-19' };
    expect(await desk.office.ask('law.preview', { id })).toMatchObject({ total: 1, rows: [moved] });
    await desk.office.ask('person.actAs', { id: desk.second });
    expect(await desk.office.ask('law.confirm', { id })).toMatchObject({ moved: 1 });
    expect([await due(desk, before), await due(desk, after)]).toEqual(['2026-03-23', '2026-03-19']);
    const { rows, own, pack } = await desk.office.ask('rule.list', {});
    expect(pack).toBe('CN+own');
    expect(rows.find((row) => row.id === rule)).toMatchObject({ amount: 7, confidence: 'office' });
    expect(own).toEqual([
      {
        ...{ rule, from: '2026-03-10', until: null, off: false, local: false, made: false },
        ...{ reason: '与调解组织商定', change: id },
        ...{ proposedBy: '沈书记员', confirmedBy: '陆某某', at: '2026-03-20T09:00' },
      },
    ]);
    const { change, rule: rows2 } = await desk.office.ask('law.change', { id });
    expect(change).toMatchObject({ slot: `rules/office/${rule}`, state: 'confirmed', moved: 1 });
    expect(rows2).toMatchObject({ before: { amount: 10, confidence: 'default' }, after: { amount: 7 } });
    const line = (await desk.office.ask('deadline.list', { limit: 200 })).rows.find(
      (row) => row.dossier === after && row.due.ruleId === rule,
    );
    expect(line?.due).toMatchObject({ confidence: 'office' });
    expect(await desk.office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('set the grounds on which a limit moves once another person confirmed them, and refuse what is no ground of it', async () => {
    const desk = await twoPeople();
    const file = await receiveOne(desk.office, { receivedOn: '2026-03-09' });
    const accept = { approvedBy: '院负责人', paper: '立案审批表1号' };
    await desk.office.ask('dossier.accept', { dossier: file, on: localDate('2026-03-11'), ...accept });
    const settle = { dossier: file, ruleId: 'ARB.LIMIT', type: 'EXCLUDE_BEGIN' as const, ground: '33-settlement' };
    const begin = { ...settle, on: localDate('2026-03-12') };
    expect((await desk.office.refusal('clock.record', begin)).code).toBe('clock.not-excluded-here');
    const local = { rule: 'ARB.LIMIT', local: true, amount: 45, unit: 'calendar-day', roll: 'raw-and-legal' } as const;
    expect((await desk.office.refusal('rule.propose', said({ ...local, suspendGrounds: ['46-1'] }))).code).toBe(
      'rule.bad-ground',
    );
    const id = await inForce(desk, { ...local, excludeGrounds: ['46-6-notice', '33-settlement'] });
    expect((await desk.office.ask('law.change', { id })).rule?.after?.excludeGrounds).toContain('33-settlement');
    await desk.office.ask('clock.record', begin);
    const { limits } = await desk.office.ask('deadline.file', { dossier: file });
    expect(limits.find(({ brief }) => brief.ruleId === 'ARB.LIMIT')?.brief.state).toBe('suspended');
    expect(await desk.office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('switch a row off and on again, also when a file has no other limit', async () => {
    const desk = await twoPeople();
    const file = await mediated(desk, '2026-03-10');
    const off = await inForce(desk, { off: true, amount: 0, basis: '' });
    expect(await due(desk, file)).toBeUndefined();
    expect(await desk.office.ask('law.moved', { id: off })).toMatchObject({ rows: [{ from: '2026-03-24', to: null }] });
    expect(await desk.office.ask('store.rebuild', {})).toMatchObject({ same: true });
    const back = (await desk.office.ask('law.restore', { id: off, reason: '' })).id as EntryId;
    expect((await desk.office.ask('law.change', { id: back })).rule).toMatchObject({
      ...{ before: null, after: { amount: 10 } },
    });
    await desk.office.ask('person.actAs', { id: desk.second });
    await desk.office.ask('law.confirm', { id: back });
    expect(await due(desk, file)).toBe('2026-03-24');
    expect(await desk.office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('leave the time before a further decision to the earlier one, and come back one by one', async () => {
    const desk = await twoPeople();
    const { ask } = desk.office;
    const [march, later] = [await mediated(desk, '2026-03-10'), await mediated(desk, '2026-03-17')];
    const dues = async () => [await due(desk, march), await due(desk, later)];
    expect(await dues()).toEqual(['2026-03-24', '2026-03-31']);
    const first = await inForce(desk, {});
    expect(await dues()).toEqual(['2026-03-19', '2026-03-26']);
    const eight = { from: localDate('2026-03-16'), amount: 8 };
    const second = await inForce(desk, eight);
    expect(await dues()).toEqual(['2026-03-19', '2026-03-27']);
    expect(await ask('law.moved', { id: second })).toMatchObject({ total: 1, rows: [{ subject: later }] });
    const standing = (await ask('rule.list', {})).own.map(({ change, from }) => [change, from]);
    expect(standing).toEqual([
      [first, '2026-03-10'],
      [second, '2026-03-16'],
    ]);
    expect((await ask('law.change', { id: second })).rule).toMatchObject({
      before: { amount: 7 },
      after: { amount: 8 },
    });
    expect(await desk.office.refusal('rule.propose', said(eight))).toMatchObject({ code: 'rule.unchanged' });
    expect(await ask('store.rebuild', {})).toMatchObject({ same: true });

    const back = (await ask('law.restore', { id: second, reason: '' })).id as EntryId;
    expect((await ask('law.change', { id: back })).rule).toMatchObject({ before: { amount: 8 }, after: { amount: 7 } });
    await ask('person.actAs', { id: desk.second });
    await ask('law.confirm', { id: back });
    expect(await dues()).toEqual(['2026-03-19', '2026-03-26']);
    await ask('person.actAs', { id: desk.first });
    await inForce(desk, { from: localDate('2026-03-17'), amount: 10 });
    expect(await dues()).toEqual(['2026-03-19', '2026-03-31']);
    expect(await ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('end when they are decided once more with an end, and are decided anew without one', async () => {
    const desk = await twoPeople();
    const { ask, refusal } = desk.office;
    const files = [await mediated(desk, '2026-03-10'), await mediated(desk, '2026-03-17')];
    const dues = () => Promise.all(files.map((file) => due(desk, file)));
    const first = await inForce(desk, {});
    expect(await dues()).toEqual(['2026-03-19', '2026-03-26']);
    const until = localDate('2026-03-16');
    const second = await inForce(desk, { from: localDate('2026-03-12'), until });
    expect(await dues()).toEqual(['2026-03-19', '2026-03-31']);
    expect((await ask('rule.list', {})).own.map((one) => [one.change, one.from, one.until])).toEqual([
      [first, '2026-03-10', until],
      [second, '2026-03-12', until],
    ]);
    expect((await ask('law.change', { id: second })).rule).toMatchObject({ after: { effectiveTo: until } });
    expect((await refusal('rule.propose', said({ until }))).code).toBe('rule.unchanged');
    await inForce(desk, { from: localDate('2026-03-12') });
    expect(await dues()).toEqual(['2026-03-19', '2026-03-26']);
    expect(await ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('end also where grounds move the limit, said or left to the law, and give way to a decision that takes them away', async () => {
    const desk = await twoPeople();
    const { ask } = desk.office;
    const shipped = (await ask('rule.list', {})).rows;
    const movesOf = (id: string) => {
      const row = shipped.find((one) => one.id === id);
      if (row === undefined) throw new Error(`no row ${id}`);
      const { suspendGrounds = [], restartGrounds = [], excludeGrounds = [] } = row;
      const grounds = { suspendGrounds: [...suspendGrounds], restartGrounds: [...restartGrounds] };
      return { elapsed: 'none' as const, ...grounds, excludeGrounds: [...excludeGrounds] };
    };
    const ends = async (id: string) =>
      (await ask('rule.list', {})).own.filter((one) => one.rule === id).map(({ from, until }) => [from, until]);
    const limit = { rule: 'ARB.LIMIT', local: true, amount: 40, unit: 'calendar-day', roll: 'raw-and-legal' } as const;
    expect(movesOf(limit.rule).suspendGrounds.length).toBeGreaterThan(0);
    await inForce(desk, limit);
    const [from, until] = [localDate('2026-03-12'), localDate('2026-03-16')];
    await inForce(desk, { ...limit, ...movesOf(limit.rule), from, until });
    expect(await ends(limit.rule)).toEqual([
      ['2026-03-10', until],
      ['2026-03-12', until],
    ]);
    const term = { rule: 'LSI.LIST_TERM', local: true, amount: 2, unit: 'year', roll: 'none' } as const;
    expect(movesOf(term.rule).restartGrounds).toEqual(['list-false-material']);
    await inForce(desk, term);
    await inForce(desk, { ...term, from, until, ...movesOf(term.rule), restartGrounds: [] });
    expect(await ends(term.rule)).toEqual([
      ['2026-03-10', null],
      ['2026-03-12', until],
    ]);
    expect(await ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('may be a local text over the law, for a time', async () => {
    const desk = await twoPeople();
    const { office } = desk;
    const local = { rule: 'ARB.COPY_TO_RESP', amount: 3, unit: 'working-day' as const, roll: 'none' as const };
    expect((await office.refusal('rule.propose', said(local))).code).toBe('rule.statutory');
    const until = localDate('2026-03-13');
    await inForce(desk, { ...local, local: true, until, basis: '某市条例第8条' });
    const start = async (on: string) => {
      const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
      await office.ask('clock.start', { dossier, ruleId: local.rule, on: localDate(on) });
      const { deadline } = await office.ask('deadline.explain', { id: `${dossier}:${local.rule}` });
      return [deadline.legal, deadline.rule.confidence, deadline.rule.region];
    };
    expect(await start('2026-03-10')).toEqual(['2026-03-13', 'office', '31']);
    expect(await start('2026-03-13')).toEqual(['2026-03-20', 'read', 'CN']);
    const { own } = await office.ask('rule.list', {});
    expect(own).toMatchObject([{ rule: local.rule, until: '2026-03-13', local: true, made: false }]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('may be limits the law does not know, which files then have', async () => {
    const desk = await twoPeople();
    const { office } = desk;
    const made = { name: '回访', trigger: 'accepted' as const };
    const id = await inForce(desk, { rule: 'ARB.OWN.VISIT', made, amount: 5 });
    expect((await office.ask('law.change', { id })).rule).toMatchObject({
      before: null,
      after: { name: { zh: '回访' } },
    });
    const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
    await office.ask('clock.start', { dossier, ruleId: 'ARB.OWN.VISIT', on: localDate('2026-03-11') });
    const limit = { id: `${dossier}:ARB.OWN.VISIT` };
    expect((await office.ask('deadline.explain', limit)).deadline).toMatchObject({ legal: '2026-03-18' });
    const { rows } = await office.ask('rule.list', {});
    expect(rows.find((row) => row.id === 'ARB.OWN.VISIT')).toMatchObject({
      confidence: 'office',
      standing: 'reference',
    });
    expect((await office.refusal('rule.propose', said({ rule: 'ARB.LIMIT', made }))).code).toBe('rule.bad-code');
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('keep their name for files that have them once they ended or were switched off', async () => {
    const desk = await twoPeople();
    const { office } = desk;
    const made = { name: '结案回访', trigger: 'accepted' as const };
    const own = { rule: 'ARB.OWN.VISIT', made, amount: 5 };
    await inForce(desk, { ...own, until: localDate('2026-03-20') });
    await inForce(desk, { ...own, rule: 'ARB.OWN.CALL' });
    await inForce(desk, { ...own, rule: 'ARB.OWN.CALL', from: localDate('2026-03-20'), off: true });
    const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
    await office.ask('clock.start', { dossier, ruleId: own.rule, on: localDate('2026-03-11') });
    expect((await office.ask('dossier.get', { dossier })).deadlines.map(({ ruleId }) => ruleId)).toContain(own.rule);
    const { rows, notNow } = await office.ask('rule.list', {});
    expect(rows.filter(({ id }) => id.startsWith('ARB.OWN.'))).toEqual([]);
    expect(notNow.map(({ id, name }) => [id, name.zh])).toEqual(
      expect.arrayContaining([
        ['ARB.OWN.VISIT', '结案回访'],
        ['ARB.OWN.CALL', '结案回访'],
      ]),
    );
    expect(notNow.filter(({ id }) => rows.some((row) => row.id === id))).toEqual([]);
  });

  it('never touch what the law says, what two offices count by, or come without a reason', async () => {
    const { office } = await twoPeople();
    const codes = async (changes: Partial<CallInput<'rule.propose'>>) =>
      (await office.refusal('rule.propose', said(changes))).code;
    expect(await codes({ rule: 'ARB.LIMIT', amount: 60 })).toBe('rule.statutory');
    expect(await codes({ rule: 'REQ.REVIEW' })).toBe('rule.of-both-offices');
    expect(await codes({ rule: 'NO.SUCH' })).toBe('rule.unknown');
    expect(await codes({ amount: 10 })).toBe('rule.unchanged');
    expect(await codes({ reason: ' ' })).toBe('rule.no-reason');
    expect((await office.ask('law.changes', { about: 'rules' })).total).toBe(0);
  });
});

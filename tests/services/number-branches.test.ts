import { describe, expect, it } from 'vitest';
import { project } from '#electron/services/journal/project.ts';
import { rebuild } from '#electron/store/rebuild.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { madeUpWorkbook } from '#tests/support/made-up-workbook.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

const day = localDate('2026-03-17');
const named = '{dist}劳人仲{branch}{open}{year}{close}办字第{seq}号{suffix}';
const zhu = { code: '', name: '朱家角派出庭', word: '朱', ended: false };

async function officeWithBranches(): Promise<TestOffice> {
  const office = await testOffice({ now: '2026-03-17T10:00' });
  const branches = [zhu, { ...zhu, name: '徐泾派出庭', word: '徐' }];
  await office.ask('office.setBranches', { branches, was: [], branch: '' });
  await office.ask('office.setSettings', {
    windowNumber: '{dist}{branch}收{year}-{seq}',
    arbCaseNumber: named,
  });
  return office;
}

async function accepted(office: TestOffice, branch: string, under: DossierId | null = null) {
  const dossier = await receiveOne(office, { branch });
  const { caseNo } = await office.ask('dossier.accept', { dossier, on: day, branch, under });
  return { dossier, caseNo };
}

describe('numbers of branches', () => {
  it('are counted apart, each branch from 1, where the pattern names the branch', async () => {
    const office = await officeWithBranches();
    const { settings } = await office.ask('office.get', {});
    expect(settings.branches.map(({ code }) => code)).toEqual(['b1', 'b2']);
    const numbers: string[] = [];
    for (const branch of ['', 'b1', 'b1', 'b2', '']) numbers.push((await accepted(office, branch)).caseNo);
    expect(numbers).toEqual(
      ['青劳人仲(2026)办字第1号', '青劳人仲朱(2026)办字第1号', '青劳人仲朱(2026)办字第2号'].concat(
        '青劳人仲徐(2026)办字第1号',
        '青劳人仲(2026)办字第2号',
      ),
    );
  });

  it('share the series of the office where the pattern does not name the branch', async () => {
    const office = await officeWithBranches();
    await office.ask('office.setSettings', { arbCaseNumber: '' });
    const numbers = [(await accepted(office, 'b1')).caseNo, (await accepted(office, '')).caseNo];
    expect(numbers).toEqual(['青劳人仲(2026)办字第1号', '青劳人仲(2026)办字第2号']);
  });

  it('stand in the books of all, of the office alone and of one branch', async () => {
    const office = await officeWithBranches();
    for (const branch of ['', 'b1', 'b1']) await accepted(office, branch);
    const lines = async (book: 'received' | 'accepted', branch: string) =>
      (await office.ask('register.list', { book, branch, year: 2026 })).rows.map(({ number }) => number);
    expect(await lines('accepted', 'all')).toHaveLength(3);
    expect(await lines('accepted', '')).toEqual(['青劳人仲(2026)办字第1号']);
    expect(await lines('received', 'b1')).toEqual(['青朱收2026-0001', '青朱收2026-0002']);
    expect(await lines('received', 'b2')).toEqual([]);
  });

  it('are given by none that ended or is unknown, and a branch that was kept never leaves', async () => {
    const office = await officeWithBranches();
    const { branches } = (await office.ask('office.get', {})).settings;
    const ended = branches.map((one) => ({ ...one, ended: one.code === 'b2' }));
    await office.ask('office.setBranches', { branches: ended, was: branches, branch: 'b1' });
    const dossier = await receiveOne(office, { branch: 'b1' });
    const refused = async (branch: string) =>
      (await office.refusal('dossier.accept', { dossier, on: day, branch })).code;
    expect([await refused('b2'), await refused('b9')]).toEqual(['branch.ended', 'branch.unknown']);
    const fault = async (said: typeof branches) =>
      (await office.refusal('office.setBranches', { branches: said, was: ended, branch: '' })).code;
    expect(await fault(branches.slice(1))).toBe('branch.gone');
    expect(await fault([...branches, { ...zhu, name: '华新庭' }])).toBe('branch.same-word');
    expect(await fault([...branches, { ...zhu, name: '华新庭', word: '{seq}' }])).toBe('branch.bad-word');
    expect(
      await fault([...branches, ...branches.map((one) => ({ ...one, name: `${one.name}二`, word: `${one.word}二` }))]),
    ).toBe('branch.gone');
    const stale = { branches, was: branches, branch: '' };
    expect(await office.refusal('office.setBranches', stale)).toMatchObject({ code: 'branch.changed-meanwhile' });
  });
});

describe('a number shared by files', () => {
  it('goes on behind the one that leads, -1, -2 and never twice', async () => {
    const office = await officeWithBranches();
    const lead = await accepted(office, 'b1');
    const first = await accepted(office, 'b1', lead.dossier);
    const second = await accepted(office, 'b1', first.dossier);
    expect([first.caseNo, second.caseNo]).toEqual(['青劳人仲朱(2026)办字第1号-1', '青劳人仲朱(2026)办字第1号-2']);
    expect((await accepted(office, 'b1')).caseNo).toBe('青劳人仲朱(2026)办字第2号');
    const { rows } = await office.ask('register.list', { book: 'accepted', branch: 'b1', year: 2026 });
    expect(rows.map(({ number }) => number.split('第')[1])).toEqual(['1号', '1号-1', '1号-2', '2号']);
  });

  it('is written in words where the office settled so, and where the pattern has its place', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    await office.ask('office.setSettings', { subNumbers: 'words', arbCaseNumber: '{dist}仲{year}第{seq}{suffix}号' });
    const lead = await accepted(office, '');
    expect((await accepted(office, '', lead.dossier)).caseNo).toBe('青仲2026第1之一号');
    await office.ask('office.setSettings', { arbCaseNumber: '{dist}另仲{year}第{seq}号' });
    expect((await accepted(office, '', lead.dossier)).caseNo).toBe('青仲2026第1号之二');
  });

  it('is shown before, and refused under a file without one, under itself and under one of another branch', async () => {
    const office = await officeWithBranches();
    const lead = await accepted(office, '');
    const dossier = await receiveOne(office);
    const next = { dossier, on: day, branch: '', under: lead.dossier };
    expect(await office.ask('dossier.nextNumber', next)).toEqual({ number: '青劳人仲(2026)办字第1号-1' });
    expect((await office.ask('dossier.accept', next)).caseNo).toBe('青劳人仲(2026)办字第1号-1');
    const late = await office.refusal('dossier.nextNumber', { ...next, dossier: lead.dossier, under: null });
    expect(late).toMatchObject({ code: 'dossier.already-accepted' });
    const other = await receiveOne(office);
    const early = { dossier: other, on: localDate('2026-03-18'), branch: '', under: null };
    expect((await office.refusal('dossier.nextNumber', early)).code).toBe(
      (await office.refusal('dossier.accept', early)).code,
    );
    expect((await office.refusal('dossier.nextNumber', { ...early, on: day, branch: 'b9' })).code).toBe(
      'branch.unknown',
    );
    const refused = async (branch: string, under: DossierId) =>
      (await office.refusal('dossier.accept', { dossier: other, on: day, branch, under })).code;
    expect(await refused('', other)).toBe('number.lead-is-itself');
    expect(await refused('', await receiveOne(office))).toBe('number.lead-bears-none');
    expect(await refused('b1', lead.dossier)).toBe('number.lead-bears-none');
  });

  it('comes out the same in a rebuild', async () => {
    const office = await officeWithBranches();
    const lead = await accepted(office, 'b1');
    await accepted(office, 'b1', lead.dossier);
    const { open } = office;
    const rebuilt = rebuild(open.store, (tx, entry, date, n) => project(tx, { entry, n, date }, open));
    expect(rebuilt).toMatchObject({ ok: true, value: { same: true } });
    expect((await accepted(office, 'b1', lead.dossier)).caseNo).toBe('青劳人仲朱(2026)办字第1号-2');
    expect((await office.ask('dossier.get', { dossier: lead.dossier })).branch).toBe('b1');
  });
});

describe('numbers of branches in a table', () => {
  it('bring their files to the branch, and its series goes on behind them', async () => {
    const office = await officeWithBranches();
    const rows = [
      ['案号', '收件日期', '受理日期', '申请人'],
      ['青劳人仲朱（2026）办字第7号', '2026/3/2', '2026/3/4', '孙某'],
      ['青劳人仲朱（2026）办字第7号-2', '2026/3/2', '2026/3/4', '李某'],
      ['青劳人仲（2026）办字第3号', '2026/3/2', '2026/3/4', '周某'],
    ];
    const { manifest } = await takeIn(office, '台账.xlsx', madeUpWorkbook(rows));
    const columns = (await office.ask('import.read', { manifest })).columns.map(({ field }) => field);
    const taken = await office.ask('import.run', { manifest, side: 'arb', columns, name: '台账.xlsx' });
    expect(taken).toMatchObject({ here: 3, left: 0 });
    const { rows: files } = await office.ask('dossier.list', { filter: { text: '孙某' } });
    const lead = (files[0]?.id ?? '') as DossierId;
    expect((await office.ask('dossier.get', { dossier: lead })).branch).toBe('b1');
    expect((await accepted(office, 'b1')).caseNo).toBe('青劳人仲朱(2026)办字第8号');
    expect((await accepted(office, 'b1', lead)).caseNo).toBe('青劳人仲朱（2026）办字第7号-3');
    expect((await accepted(office, '')).caseNo).toBe('青劳人仲(2026)办字第4号');
  });
});

import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { filing } from '#tests/support/approval.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { testOffice } from '#tests/support/office.ts';

const day = localDate;
const on = day('2026-03-16');
const inspected = [
  { ...worker('周某某'), role: 'complainant' as const },
  { ...employer('某某物流(上海)有限公司'), role: 'employer' as const },
];
const decided = { decidedBy: '院负责人', paper: '结案审批表第 3 号' };

describe('the end of a file', () => {
  it('names who decided and on which paper, in the step, on the strip, in the book and for the next time', async () => {
    const office = await testOffice({ now: '2026-03-17T09:00' });
    const dossier = await receiveOne(office);
    const acceptance = { approvedBy: '立案审批人', paper: '受理通知书第 9 号' };
    await office.ask('dossier.accept', { dossier, on: day('2026-03-02'), ...acceptance });
    expect(await office.ask('dossier.lastDecider', { side: 'arb' })).toEqual({ decidedBy: '' });
    await office.ask('dossier.close', { dossier, on, type: 'arb.mediated', ...decided });
    const { life } = await office.ask('dossier.get', { dossier });
    expect(life.steps.slice(1).map(({ code, decidedBy, paper }) => [code, decidedBy, paper])).toEqual([
      ['arb.accept', '立案审批人', '受理通知书第 9 号'],
      ['arb.close', '院负责人', '结案审批表第 3 号'],
    ]);
    const { events } = await office.ask('deadline.explain', { id: `${dossier}:ARB.LIMIT` });
    expect(events).toMatchObject([
      { type: 'START', decidedBy: '立案审批人', paper: '受理通知书第 9 号' },
      { type: 'STOP', ...decided },
    ]);
    const book = { year: 2026, limit: 10 } as const;
    expect((await office.ask('register.list', { ...book, book: 'closed' })).rows).toMatchObject([decided]);
    expect((await office.ask('register.list', { ...book, book: 'accepted' })).rows).toMatchObject([{ decidedBy: '' }]);
    expect(await office.ask('dossier.lastDecider', { side: 'arb' })).toEqual({ decidedBy: '院负责人' });
    expect(await office.ask('dossier.lastDecider', { side: 'lsi' })).toEqual({ decidedBy: '' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('is refused without them, closing and not accepting alike, and writes nothing then', async () => {
    const office = await testOffice({ now: '2026-03-17T09:00' });
    const dossier = await receiveOne(office);
    const reject = { dossier, on, type: 'arb.rejected' };
    const refused = async (said: object) => {
      const { code, field } = await office.refusal('dossier.close', { ...reject, ...said });
      return [code, field];
    };
    expect(await refused({})).toEqual(['step.decider-missing', 'decidedBy']);
    expect(await refused({ decidedBy: '  ', paper: '1号' })).toEqual(['step.decider-missing', 'decidedBy']);
    expect(await refused({ decidedBy: '仲裁委' })).toEqual(['step.paper-missing', 'paper']);
    expect((await office.ask('dossier.get', { dossier })).row.status).toBe('received');
    await office.ask('dossier.close', { ...reject, decidedBy: '仲裁委', paper: '不予受理通知书第 1 号' });
    expect((await office.ask('dossier.get', { dossier })).row.stage).toBe('REJECTED');
  });
});

describe('the beginning of an inspection (立案)', () => {
  it('needs who approved it and the paper, which the acceptance of a case or a complaint need not have', async () => {
    const office = await testOffice({ now: '2026-03-17T09:00' });
    const [dossier, complaint] = [
      await receiveOne(office, { side: 'lsi', channel: 'report', parties: inspected }),
      await receiveOne(office, { side: 'lsi', channel: 'complaint', parties: inspected }),
    ];
    const refused = async (said: object) => {
      const { code, field } = await office.refusal('dossier.accept', { dossier, on: day('2026-03-03'), ...said });
      return [code, field];
    };
    expect(await refused({})).toEqual(['step.decider-missing', 'approvedBy']);
    expect(await refused({ approvedBy: '局负责人' })).toEqual(['step.paper-missing', 'paper']);
    await office.ask('dossier.accept', { dossier, on: day('2026-03-03'), ...filing });
    const { events } = await office.ask('deadline.explain', { id: `${dossier}:LSI.INVESTIGATE` });
    expect(events).toMatchObject([{ type: 'START', decidedBy: filing.approvedBy, paper: filing.paper }]);
    await office.ask('dossier.accept', { dossier: complaint, on: day('2026-03-03') });
    expect((await office.ask('dossier.get', { dossier: complaint })).row.stage).toBe('FILED');
  });
});

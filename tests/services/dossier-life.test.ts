import { describe, expect, it } from 'vitest';
import { employer, worker } from '#tests/support/made-up-parties.ts';
import { testOffice } from '#tests/support/office.ts';

const parties = [worker('周某某'), employer('某某物流(上海)有限公司')];

describe('the life of an arbitration file', () => {
  it('goes from the window over acceptance to closing, and each act moves its clocks', async () => {
    const office = await testOffice({ now: '2026-03-02T10:00' });
    const received = await office.ask('dossier.receive', {
      side: 'arb',
      receivedOn: '2026-03-02',
      cause: '追索劳动报酬纠纷',
      parties,
    });
    const id = received.id as never;
    expect(received.warnings).toEqual([]);
    const first = await office.ask('dossier.get', { dossier: id });
    expect(first.row).toMatchObject({
      ...{ status: 'received', windowNo: '青收2026-0001', caseNo: null, title: '周某某 — 某某物流(上海)有限公司' },
      next: { ruleId: 'ARB.ACCEPT', due: '2026-03-09', state: 'running', lamp: 'fine', daysLeft: 7 },
    });
    expect(first.may).toEqual(['accept', 'reject', 'amend', 'request']);

    const accepted = await office.ask('dossier.accept', { dossier: id, on: '2026-03-02' });
    expect(accepted.caseNo).toBe('青劳人仲(2026)办字第1号');
    const second = await office.ask('dossier.get', { dossier: id });
    expect(second.row).toMatchObject({
      status: 'accepted',
      acceptedOn: '2026-03-02',
      next: { ruleId: 'ARB.LIMIT', due: '2026-04-16' },
    });
    expect(second.deadlines.map(({ ruleId, state }) => [ruleId, state])).toEqual([
      ['ARB.ACCEPT', 'stopped'],
      ['ARB.LIMIT', 'running'],
    ]);

    office.setNow('2026-04-10T16:00');
    await office.ask('dossier.close', { dossier: id, on: '2026-04-10', type: 'arb.mediated', note: '调解书双方签收' });
    const third = await office.ask('dossier.get', { dossier: id });
    expect(third).toMatchObject({
      row: { status: 'closed', closedOn: '2026-04-10', next: null },
      closeType: 'arb.mediated',
      may: [],
    });
    expect(third.closeNote).toBe('调解书双方签收');
    expect(third.deadlines.map(({ state }) => state)).toEqual(['stopped', 'stopped']);
  });
});

import { expect, test } from 'vitest';
import type { RequestId } from '#shared/base/ids.ts';
import type { Desk } from './support/desk.ts';
import {
  acceptedDossier,
  day,
  finishedLetter,
  passAndSend,
  type TwoOffices,
  twoOffices,
} from './support/two-offices.ts';

const rules = ['REQ.REGISTER', 'REQ.REGISTER.URGENT', 'REQ.REVIEW', 'REQ.REVIEW.URGENT', 'REQ.MEND', 'REQ.ARB_INV'];

/** Last day and state of every limit of a request as one office computes it; only those that have begun. */
async function limitsAt(desk: Desk, request: RequestId): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const rule of rules) {
    const answer = await desk.call('deadline.explain', { id: `${request}:${rule}` });
    if (answer.ok) {
      const { deadline } = answer.value;
      found[rule] = `${deadline.status} ${deadline.legal} ${deadline.why.map((why) => why.code).join(' ')}`;
    }
  }
  return found;
}

async function urgentRequest({ asks, does }: TwoOffices): Promise<RequestId> {
  const dossier = await acceptedDossier(asks);
  const letter = { ...(await finishedLetter(asks, does, dossier)), urgency: 'critical' as const };
  const { id } = await asks.ask('paper.submit', { dossier: dossier as never, partner: does.open.office, letter });
  await passAndSend(asks, id);
  return id as RequestId;
}

test('both offices compute every limit of a request alike through its life, each with the day of the rule', async () => {
  const offices = await twoOffices();
  const { asks, does, exchange, clock } = offices;
  const request = await urgentRequest(offices);
  const agreed = async (): Promise<Readonly<Record<string, string>>> => {
    await exchange();
    const [ours, theirs] = [await limitsAt(asks, request), await limitsAt(does, request)];
    expect(ours).toEqual(theirs);
    return ours;
  };
  expect((await asks.ask('request.get', { request })).row.due).toBeNull();
  const stored = await agreed();
  expect(stored['REQ.REGISTER.URGENT']).toMatch(/^running 2026-03-13/);
  const waiting = await asks.ask('request.get', { request });
  expect(waiting.row).toMatchObject({ state: 'sent', due: { ruleId: 'REQ.REGISTER.URGENT', due: '2026-03-13' } });
  expect(waiting.clocks.limit).toMatchObject({ ruleId: 'REQ.REGISTER.URGENT' });
  expect(await asks.ask('store.rebuild', {})).toMatchObject({ same: true });

  clock.set('2026-03-13T10:00');
  await does.ask('request.register', { request, on: day('2026-03-13') });
  const registered = await agreed();
  expect(registered['REQ.REVIEW.URGENT']).toMatch(/^running 2026-03-16/);
  expect(registered['REQ.ARB_INV']).toMatch(/^running 2026-04-03/);

  clock.set('2026-03-16T10:00');
  const defects = ['班组长姓名不详'];
  await does.ask('request.return', { request, on: day('2026-03-16'), ground: 'OBJECT_UNKNOWN', defects });
  const returned = await agreed();
  expect(returned['REQ.MEND']).toMatch(/^running 2026-03-23/);
  expect(returned['REQ.ARB_INV']).toMatch(/^stopped/);

  clock.set('2026-03-18T10:00');
  const [defect] = (await asks.ask('request.get', { request })).state.returned?.defects ?? [];
  const answers = [{ defect: defect?.id ?? '', text: '班组长张某某。' }];
  await asks.ask('request.supplement', { request, on: day('2026-03-18'), text: '补正。', answers });
  const mended = await agreed();
  expect(mended['REQ.MEND']).toMatch(/^stopped/);
  expect(mended['REQ.REVIEW.URGENT']).toMatch(/^running 2026-03-19/);
  // 15 working days from the supplement: 清明 from 4 to 6 April is passed over.
  expect(mended['REQ.ARB_INV']).toMatch(/^running 2026-04-09/);

  clock.set('2026-03-19T10:00');
  const handlers = [{ name: '张某某' }, { name: '李某某' }];
  await does.ask('request.accept', { request, on: day('2026-03-19'), promised: day('2026-04-03'), handlers });
  await does.ask('request.suspend', { request, on: day('2026-03-19'), reason: '等待登记机关。' });
  expect((await agreed())['REQ.ARB_INV']).toMatch(/^suspended null/);
  clock.set('2026-03-26T10:00');
  await does.ask('request.resume', { request, on: day('2026-03-26') });
  // One working day was used up to the suspension, the day of resuming is not counted: 14 more from 27 March.
  expect((await agreed())['REQ.ARB_INV']).toMatch(/^running 2026-04-16/);
});

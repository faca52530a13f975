import { parseLocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import type { SuiteId } from '#shared/protocol/entry.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { type Desk, openDesk, type TestClock, testClock } from './desk.ts';

/** Two offices that are partners, with a folder between them that can be taken away. */
export type TwoOffices = {
  /** 青浦, who asks. */
  readonly asks: Desk;
  /** 吴江, who is asked. */
  readonly does: Desk;
  readonly clock: TestClock;
  /** Exchanges until nothing more moves. */
  readonly exchange: () => Promise<void>;
};

type Letter = CallInput<'paper.submit'>['letter'];

async function befriend(one: Desk, other: Desk, folder: string): Promise<void> {
  const { bytes } = await other.ask('partner.ownCard', {});
  await one.ask('partner.add', { bytes, confirmed: true });
  await one.ask('partner.setFolder', { office: other.open.office, folder });
}

/** Sets up two partner offices at 2026-03-12 09:30, each with its suite. */
export async function twoOffices(
  moment = '2026-03-12T09:30',
  suites: readonly [SuiteId, SuiteId] = ['s1', 's1'],
): Promise<TwoOffices> {
  const clock = testClock(moment);
  const [first, second] = suites;
  const asks = await openDesk({
    ...{ office: 'qingpu-arb', name: '青浦区劳动人事争议仲裁院', region: '310118', clock, suite: first },
  });
  const does = await openDesk({
    ...{ office: 'wujiang-arb', name: '吴江区劳动人事争议仲裁院', region: '320509', clock, suite: second },
  });
  const folder = tempFolder();
  await befriend(asks, does, folder);
  await befriend(does, asks, folder);
  const exchange = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await asks.loop.round(true);
      await does.loop.round(true);
    }
  };
  return { asks, does, clock, exchange };
}

/** A date known to exist. */
export const day = (text: string): NonNullable<ReturnType<typeof parseLocalDate>> => {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
};

/** Receives and accepts an arbitration file; answers its id. */
export async function acceptedDossier(desk: Desk): Promise<string> {
  const { id } = await desk.ask('dossier.receive', {
    ...{ side: 'arb', receivedOn: '2026-03-10', cause: '追索劳动报酬' },
    parties: [
      { role: 'applicant', type: 'person', name: '周某某', idNo: '310118199001011234', phone: '13800000000' },
      { role: 'respondent', type: 'unit', name: '某某物流有限公司', address: '吴江区某路 1 号' },
    ],
  });
  await desk.ask('dossier.accept', { dossier: id as never, on: day('2026-03-11') });
  return id;
}

/** A letter begun by prefill and finished by hand. */
export async function finishedLetter(desk: Desk, partner: Desk, dossier: string): Promise<Letter> {
  const ids = { dossier: dossier as never, partner: partner.open.office };
  const { letter } = await desk.ask('request.prefill', { ...ids, kind: 'ARB_INVESTIGATE' });
  const [first] = letter.items;
  if (!first) throw new Error('a prefilled letter has an item');
  const second = {
    ...first,
    id: 'i2',
    kind: 'inquiry' as const,
    questions: '询问仓库班组长：2025 年 10 至 12 月的考勤如何登记？',
  };
  return { ...letter, items: [{ ...first, questions: '调取 2025 年 10 至 12 月工资台账。' }, second] };
}

/** Takes a submitted letter through examination, signature and sending; answers its number. */
export async function passAndSend(desk: Desk, request: string): Promise<string> {
  const id = request as never;
  const hash = async (): Promise<string> => (await desk.ask('request.get', { request: id })).paper?.hash ?? '';
  desk.as('examiner');
  await desk.ask('paper.review', { request: id, hash: await hash(), verdict: 'pass' });
  desk.as('head');
  await desk.ask('paper.sign', { request: id, hash: await hash(), verdict: 'pass' });
  desk.as('clerk');
  await desk.ask('paper.send', { request: id, hash: await hash() });
  const view = await desk.ask('request.get', { request: id });
  return view.paper?.number ?? '';
}

/** Writes a letter from a fresh file and sends it; answers the request's id. */
export async function sentRequest({ asks, does }: Pick<TwoOffices, 'asks' | 'does'>): Promise<string> {
  const dossier = await acceptedDossier(asks);
  const letter = await finishedLetter(asks, does, dossier);
  const { id } = await asks.ask('paper.submit', { dossier: dossier as never, partner: does.open.office, letter });
  await passAndSend(asks, id);
  return id;
}

/** Registers and accepts a request at the executor. */
export async function acceptedThere({ does }: Pick<TwoOffices, 'does'>, request: string, on: string): Promise<void> {
  const id = request as never;
  await does.ask('request.register', { request: id, on: day(on) });
  await does.ask('request.accept', {
    ...{ request: id, on: day(on), promised: day('2026-04-03') },
    handlers: [{ name: '张某某' }, { name: '李某某' }],
  });
}

/** A full reply to `finishedLetter`. */
export function fullReply(): CallInput<'paper.submitReply'>['reply'] {
  const attempts = [
    { on: day('2026-03-18'), text: '到仓库，无人。' },
    { on: day('2026-03-19'), text: '电话无人接听。' },
  ];
  return {
    items: [
      {
        item: 'i1',
        outcome: 'done',
        text: '已调取工资台账。',
        evidence: [{ name: '工资台账', original: false, pages: 12 }],
      },
      { item: 'i2', outcome: 'unable', text: '未能找到班组长。', attempts },
    ],
    course: '2026 年 3 月 18 日至 20 日，张某某、李某某前往。',
    handlers: [{ name: '张某某' }, { name: '李某某' }],
  };
}

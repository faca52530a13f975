import { type Desk, desks } from '#shared/contract/desk.ts';
import type { DeskBackend } from './desks.ts';
import { actsOn, type Step, untilRefused } from './sample/acting.ts';
import { qingpuFiles } from './sample/qingpu-files.ts';
import { qingpuRequests } from './sample/qingpu-requests.ts';
import type { SampleClock } from './sample/sample-clock.ts';
import { sampleDays } from './sample/sample-days.ts';
import { openOffice, type SampleOffice, type Scene, type Stage } from './sample/stage.ts';
import { wujiangFiles } from './sample/wujiang-files.ts';
import { wujiangRequests } from './sample/wujiang-requests.ts';

/** The two offices of the sample, open. */
export type SampleDesks = Readonly<Record<Desk, DeskBackend>>;

/** Calendar days before today on which both offices were set up: before the oldest file. */
const beginning = 90;
const dayMs = 86_400_000;

/** Gives `to` the card of `from`, confirmed as if both had read the fingerprint to each other. */
async function introduce(to: SampleOffice, from: SampleOffice, folder: string): Promise<void> {
  const card = await from.act('partner.ownCard', {});
  await to.act('partner.add', { bytes: card.bytes, confirmed: true });
  await to.act('partner.setFolder', { office: from.id, folder });
}

async function setTheStage(pair: SampleDesks, exchange: string, clock: SampleClock): Promise<Stage> {
  const { today } = await actsOn(pair.own)('session.status', {});
  const first = new Date(Date.parse(`${today}T00:00:00Z`) - beginning * dayMs);
  clock.stand(`${first.toISOString().slice(0, 10)}T08:30`);
  const own = await openOffice(pair.own, 'own');
  const partner = await openOffice(pair.partner, 'partner');
  const days = sampleDays(today, await own.act('calendar.years', {}));
  await introduce(own, partner, exchange);
  await introduce(partner, own, exchange);
  const meet = async (): Promise<void> => {
    for (const office of [own, partner, own, partner]) await office.act('sync.now', {});
  };
  return { own, partner, days, meet };
}

/** The scenes of all files and requests in the order of time. */
function story(stage: Stage): readonly Scene[] {
  const own = qingpuFiles(stage.own, stage.days);
  const partner = wujiangFiles(stage.partner, stage.days);
  const requests = [...qingpuRequests(stage, own), ...wujiangRequests(stage, partner)];
  const order = (a: Scene, b: Scene): number => Number(a.moment > b.moment) - Number(a.moment < b.moment);
  return [...own.scenes, ...partner.scenes, ...requests].toSorted(order);
}

/**
 * Fills two empty desks: both offices with their people, each other's cards and the folder between them, files and
 * requests in every state. All of it is done by the calls a screen has, in the order of time, on days told from today.
 */
export async function fillSample(pair: SampleDesks, exchange: string, clock: SampleClock): Promise<Step> {
  try {
    return await untilRefused(async () => {
      const stage = await setTheStage(pair, exchange, clock);
      for (const { moment, play } of story(stage)) {
        clock.stand(moment);
        await play();
      }
    });
  } finally {
    clock.follow();
  }
}

/** Sets the language both offices are shown in; undefined leaves it as it was. */
export function speak(pair: SampleDesks, language: 'zh-CN' | 'en' | undefined): Promise<Step> {
  return untilRefused(async () => {
    for (const desk of desks) {
      if (language === undefined) return;
      const act = actsOn(pair[desk]);
      const { settings } = await act('office.get', {});
      if (settings.language !== language) await act('office.setSettings', { language });
    }
  });
}

import type { OfficeStage } from './office-happen.ts';
import type { SimDesk } from './sim-desk.ts';

/** Rounds after which everything has to be everywhere; nobody asks for anything, only timers ring. */
const mostRounds = 60;
const pauseMs = 10_800_000;
/** Rounds that are always made. Who does not know that its disk is older is heard at the latest after a day of silence. */
const leastRounds = 10;

/** Whether a partner whose program runs still owes an answer. */
async function owesAnAnswer(desks: readonly SimDesk[]): Promise<boolean> {
  const states = await Promise.all(desks.map(({ ask }) => ask('recovery.state', {})));
  const there = states
    .flatMap(({ partners }) => partners)
    .filter(({ office }) => desks.some(({ id }) => id === office));
  return there.some(({ state }) => state === 'asked' || state === 'claimed');
}

async function somebodyIsNeeded(desks: readonly SimDesk[]): Promise<boolean> {
  const states = await Promise.all(desks.map(({ ask }) => ask('recovery.state', {})));
  return states.some(({ state, orphans }) => state === 'rolled-back' || state === 'restored' || orphans > 0);
}

/** Lets time pass until nothing waits any more or a person is needed; answers after how many rounds. */
async function rest({ desks, clock }: OfficeStage): Promise<number> {
  for (let round = 1; round <= mostRounds; round += 1) {
    for (const desk of desks) await desk.round(false);
    clock.now += pauseMs;
    const states = await Promise.all(desks.map((desk) => desk.ask('sync.status', {})));
    const waits = states.some(
      ({ local, sent, partners }) => local + sent > 0 || partners.some(({ filesMissing }) => filesMissing > 0),
    );
    if (await somebodyIsNeeded(desks)) return round;
    if (!waits && round >= leastRounds && !(await owesAnAnswer(desks))) return round;
  }
  return mostRounds;
}

/** The one act of a person that an office whose data came back needs. True when it was needed. */
async function takeOver({ desks, note, restart }: OfficeStage, at: number): Promise<boolean> {
  const desk = desks[at];
  const state = await desk?.ask('recovery.state', {});
  if (!desk || (state?.state !== 'rolled-back' && state?.state !== 'restored')) return false;
  await desk.sit('head');
  note(`${desk.id} takes its requests over: ${await desk.attempt('recovery.takeOver', {})}`);
  await restart(at);
  return true;
}

/** What an older copy wrote meanwhile is written anew, or said not to be needed. True when there was something. */
async function settleOrphans(desk: SimDesk, note: (line: string) => void): Promise<boolean> {
  await desk.sit('clerk');
  const { orphans } = await desk.ask('recovery.orphans', {});
  const open = orphans.filter(({ ours, state }) => ours && state === 'open');
  for (const { id, kind } of open) {
    const again = await desk.attempt('recovery.reissue', { id });
    if (again !== 'done') await desk.ask('recovery.dismiss', { id, reason: '不再需要' });
    note(`${desk.id} writes its ${kind} anew: ${again}`);
  }
  return open.length > 0;
}

/** The most often that offices come to rest and a person is needed again. */
const mostActs = 8;

/** From now on nothing goes wrong: timers ring, and whoever is asked to does the one act there is to do. */
export async function comeToRest(stage: OfficeStage): Promise<void> {
  const { desks, post, note } = stage;
  post.calm();
  for (let acts = 0; acts < mostActs; acts += 1) {
    note(`at rest after ${await rest(stage)} rounds of timers alone`);
    let needed = false;
    for (const at of desks.keys()) needed = (await takeOver(stage, at)) || needed;
    for (const desk of desks) needed = (await settleOrphans(desk, note)) || needed;
    if (!needed) return;
  }
}

import type { CallInput, CallName } from '#shared/contract/contract.ts';
import { passOn, type RequestSlot } from './letter-story.ts';
import type { SampleDate } from './sample-days.ts';
import { type SampleFile, takeIn } from './sample-files.ts';
import { at, type SampleOffice, type Scene, type Stage } from './stage.ts';

type ReplyPlan = Omit<CallInput<'paper.submitReply'>['reply'], 'handlers'>;

/** What one office does on a request, as scenes that end with an exchange. */
export type RequestActs = {
  /** Any act of a clerk. */
  readonly act: (
    day: SampleDate,
    time: string,
    play: (id: ReturnType<RequestSlot['get']>) => Promise<unknown>,
  ) => Scene;
  /** 已阅 and 收文登记. */
  readonly register: (day: SampleDate) => Scene;
  /** 接受委托 / 同意协查 by examiner and clerk. */
  readonly accept: (day: SampleDate, promised: SampleDate) => Scene;
  readonly progress: (day: SampleDate, text: string, files?: readonly SampleFile[]) => Scene;
  /** A final reply, written, examined, signed and sent on one day. */
  readonly reply: (day: SampleDate, reply: ReplyPlan) => readonly Scene[];
};

/** The acts of `office` on the request in a slot. */
export function actsOnRequest(stage: Stage, office: SampleOffice, request: RequestSlot): RequestActs {
  const call = <N extends CallName>(name: N, input: CallInput<N>) => office.act(name, input);
  const scene: RequestActs['act'] = (day, time, play) =>
    at(day, time, async () => {
      await office.as('clerk');
      await play(request.get());
      await stage.meet();
    });
  const handlers = [office.people.examiner, office.people.clerk];
  return {
    act: scene,
    register: (day) =>
      scene(day, '09:15', async (id) => {
        await call('request.opened', { request: id });
        await call('request.register', { request: id, on: day });
      }),
    accept: (day, promised) =>
      scene(day, '10:45', (id) => call('request.accept', { request: id, on: day, handlers, promised })),
    progress: (day, text, files = []) =>
      scene(day, '15:50', async (id) => {
        const enclosed: Awaited<ReturnType<typeof takeIn>>[] = [];
        for (const file of files) enclosed.push(await takeIn(office.act, file));
        await call('request.progress', { request: id, on: day, text, files: enclosed });
      }),
    reply: (day, reply) => [
      scene(day, '09:50', (id) => call('paper.submitReply', { request: id, reply: { ...reply, handlers } })),
      at(day, '11:20', () => passOn(office, request, 'review')),
      at(day, '13:40', () => passOn(office, request, 'sign')),
      at(day, '14:10', async () => {
        await passOn(office, request, 'send');
        await stage.meet();
      }),
    ],
  };
}

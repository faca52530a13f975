import type { CallInput } from '#shared/contract/contract.ts';
import { requestIdField } from '#shared/contract/fields.ts';
import type { FileSlot } from './file-story.ts';
import type { SampleDate } from './sample-days.ts';
import { type SampleFile, takeIn } from './sample-files.ts';
import { at, type SampleOffice, type Scene, type Slot, type Stage, slot } from './stage.ts';

type Letter = CallInput<'paper.submit'>['letter'];

/** Id of a request that a scene makes. */
export type RequestSlot = Slot<ReturnType<typeof requestIdField.parse>>;

/** A commission (委托函, 协查函) as it is told. */
export type LetterPlan = {
  readonly from: SampleOffice;
  readonly to: SampleOffice;
  readonly dossier: FileSlot;
  readonly kind: Letter['kind'];
  /** What is asked, by item; the object is the one the letter was prefilled with unless given. */
  readonly items: readonly (Pick<Letter['items'][number], 'kind' | 'questions'> &
    Partial<Pick<Letter['items'][number], 'object' | 'form'>>)[];
  readonly day: SampleDate;
  readonly urgency?: Letter['urgency'];
  readonly inspection?: Letter['inspection'];
  readonly files?: readonly SampleFile[];
};

async function submit(plan: LetterPlan, request: RequestSlot): Promise<void> {
  const { from, to, kind } = plan;
  const dossier = plan.dossier.get();
  await from.as('clerk');
  const { letter } = await from.act('request.prefill', { dossier, kind, partner: to.id });
  const [begun] = letter.items;
  if (!begun) throw new Error('a prefilled letter has an item');
  const items = plan.items.map((item, index) => ({ ...begun, ...item, id: `i${index + 1}` }));
  const files: Awaited<ReturnType<typeof takeIn>>[] = [];
  for (const file of plan.files ?? []) files.push(await takeIn(from.act, file));
  const { inspection = letter.inspection, urgency = letter.urgency } = plan;
  const sent = { dossier, partner: to.id, letter: { ...letter, items, files, inspection, urgency } };
  request.fill(requestIdField.parse((await from.act('paper.submit', sent)).id));
}

/** One step of a text on its way: 审核, 签发, 发出. */
export async function passOn(
  office: SampleOffice,
  request: RequestSlot,
  step: 'review' | 'sign' | 'send',
): Promise<void> {
  await office.as({ review: 'examiner', sign: 'head', send: 'clerk' }[step] as 'examiner' | 'head' | 'clerk');
  const { paper } = await office.act('request.get', { request: request.get() });
  const text = { request: request.get(), hash: paper?.hash ?? '' };
  if (step === 'send') await office.act('paper.send', text);
  else await office.act(step === 'review' ? 'paper.review' : 'paper.sign', { ...text, verdict: 'pass' });
  await office.as('clerk');
}

/** 拟稿 and 审核: the text waits for its signature. */
export function draftStory(plan: LetterPlan, request: RequestSlot): readonly Scene[] {
  return [
    at(plan.day, '09:40', () => submit(plan, request)),
    at(plan.day, '11:10', () => passOn(plan.from, request, 'review')),
  ];
}

/** The whole way of a letter out of the office, and its arrival at the partner. */
export function letterStory(
  stage: Stage,
  plan: LetterPlan,
): { readonly scenes: readonly Scene[]; readonly request: RequestSlot } {
  const request: RequestSlot = slot();
  const scenes = [
    ...draftStory(plan, request),
    at(plan.day, '14:05', () => passOn(plan.from, request, 'sign')),
    at(plan.day, '14:30', async () => {
      await passOn(plan.from, request, 'send');
      await stage.meet();
    }),
  ];
  return { scenes, request };
}

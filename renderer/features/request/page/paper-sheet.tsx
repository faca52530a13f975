import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Act, useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/use-form.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import type { RequestId } from '#shared/base/ids.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { LetterFile } from '#shared/contract/letter.ts';
import { FilesField } from '../fields/files-field.tsx';
import type { PaperView, RequestView } from './view.ts';

/** A step on a letter; `-back` sends it back to its drafter with a reason. */
export type PaperSheetAct = 'review' | 'review-back' | 'sign' | 'sign-back' | 'unsign' | 'seal' | 'send';

/** True for the steps that give the letter back to its drafter, which need a reason. */
function goesBack(act: PaperSheetAct): boolean {
  return act === 'unsign' || act.endsWith('-back');
}

type PaperValue = { readonly note: string; readonly scan: readonly LetterFile[] };

const nothing: PaperValue = { note: '', scan: [] };

function usePaperStep(
  act: PaperSheetAct,
  id: RequestId,
  hash: string,
): (value: PaperValue) => Promise<Failure | undefined> {
  const [review] = useAct('paper.review');
  const [sign] = useAct('paper.sign');
  const [seal] = useAct('paper.seal');
  const [send] = useAct('paper.send');
  return async ({ note, scan }) => {
    const on = { request: id, hash };
    const passed = { ...on, verdict: 'pass' as const, note };
    const back = { ...on, verdict: 'back' as const, note };
    const carry: Readonly<Record<PaperSheetAct, () => ReturnType<Act<'paper.send'>[0]>>> = {
      review: () => review(passed),
      'review-back': () => review(back),
      sign: () => sign(passed),
      'sign-back': () => sign(back),
      unsign: () => sign(back),
      seal: () => seal({ ...on, scan: scan[0] ?? null }),
      send: () => send(on),
    };
    const reply = await carry[act]();
    return reply.ok ? undefined : reply.failure;
  };
}

/** One step of a letter, asked once in words that say what it means. */
export function PaperSheet(props: {
  readonly act: PaperSheetAct;
  readonly id: RequestId;
  readonly view: RequestView;
  readonly paper: PaperView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('request');
  const { act, id, view, paper, onClose } = props;
  const announce = useAnnounce();
  // The step is for the text that was there when the sheet was opened; another one is told, never followed.
  const [hash] = useState(paper.hash);
  const carry = usePaperStep(act, id, hash);
  const name = t(`paper.act.${act}`);
  const needsNote = goesBack(act);
  const form = useForm<PaperValue>({
    initial: nothing,
    validate: ({ note }) =>
      needsNote && note.trim() === '' ? [{ path: 'note', level: 'error', text: t('warning.missing') }] : [],
    drafts: useDraftStore(`request.${act}:${id}`, t('act.draft', { act: name, number: view.row.title })),
    submit: async (value) => {
      const failure = await carry(value);
      if (failure === undefined) {
        announce(t('act.done', { act: name }));
        onClose();
      }
      return failure;
    },
  });
  return (
    <Sheet open title={t(`paper.ask.${act}`)} onClose={onClose}>
      <div className="sheet-body act-body">
        <FormShell form={form} label={name} submitText={name} onLeave={onClose}>
          <p className="soft">{t(`paper.what.${act}`, { partner: view.row.partnerName })}</p>
          <StepFields act={act} bound={form.root} />
        </FormShell>
      </div>
    </Sheet>
  );
}

function StepFields({ act, bound }: { readonly act: PaperSheetAct; readonly bound: Bound<PaperValue> }) {
  const { t } = useTranslation('request');
  if (act === 'send') return null;
  if (act === 'seal') return <FilesField bound={part(bound, 'scan')} label={t('paper.scan')} />;
  const back = goesBack(act);
  return (
    <ProseField
      label={t(back ? 'paper.reason' : 'paper.noteLabel')}
      bound={part(bound, 'note')}
      max={8000}
      rows={2}
      required={back}
    />
  );
}

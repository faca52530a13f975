import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import type { DossierId, RequestId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { RequestKind } from '#shared/domain/assist/kinds/kind.ts';
import { asList } from '../bound-list.ts';
import { FilesField } from '../fields/files-field.tsx';
import { useWrittenForm, type WrittenForm } from '../fields/use-written-form.tsx';
import { AskedDateField } from './asked-date-field.tsx';
import { HandlersGroup } from './handlers-group.tsx';
import { LetterBasis } from './letter-basis.tsx';
import { LetterInspection } from './letter-inspection.tsx';
import { useLetterIssues } from './letter-issues.ts';
import { LetterItems } from './letter-items.tsx';
import { LetterMatter } from './letter-matter.tsx';
import { Group, LetterRemarks } from './letter-parts.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { finished, type LetterValue } from './letter-value.ts';
import { PartnerField } from './partner-field.tsx';

/** What a letter is written for. `request` is given when an earlier text is replaced. */
export type LetterTask = {
  readonly dossier: DossierId;
  readonly request: RequestId | undefined;
  readonly kind: RequestKind;
  readonly basis: CallOutput<'request.prefill'>['basis'];
  readonly draftKey: string;
  readonly draftTitle: string;
};

/** A commission letter being written: required parts first, everything kept as typed, and 送审 at the end. */
export function LetterForm(props: {
  readonly task: LetterTask;
  readonly initial: LetterValue;
  readonly today: LocalDate;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation('request');
  const { task, today } = props;
  const [preview, setPreview] = useState(false);
  const { form, replaced } = useLetterForm(task, props.initial, today);
  return (
    <FormShell
      form={form}
      label={t('letter.label')}
      submitText={t('letter.submit')}
      onLeave={props.onLeave}
      acts={
        <Button
          onClick={() => {
            setPreview(true);
          }}
        >
          {t('letter.preview')}
        </Button>
      }
    >
      {replaced}
      <LetterGroups bound={form.root} task={task} today={today} />
      <LetterPreview
        open={preview}
        dossier={task.dossier}
        value={form.root.value}
        onClose={() => {
          setPreview(false);
        }}
      />
    </FormShell>
  );
}

/** The form at work: what is wrong with the letter, where its typing is kept, and 送审. */
function useLetterForm(task: LetterTask, initial: LetterValue, today: LocalDate): WrittenForm<LetterValue> {
  const navigate = useNavigate();
  const there = task.request === undefined ? addresses.requests : addresses.request(task.request);
  const [submit] = useAct('paper.submit');
  return useWrittenForm<LetterValue>(there, {
    initial,
    validate: useLetterIssues(today),
    drafts: useDraftStore(task.draftKey, task.draftTitle),
    submit: async (value) => {
      const ready = finished(value);
      if (ready === undefined) return { kind: 'bad-input', code: 'input.invalid' };
      const { dossier, request } = task;
      const reply = await submit(request === undefined ? { dossier, ...ready } : { dossier, request, ...ready });
      if (!reply.ok) return reply.failure;
      void navigate(`/requests/${reply.value.id}`, { replace: true });
      return undefined;
    },
  });
}

function LetterGroups(props: {
  readonly bound: Bound<LetterValue>;
  readonly task: LetterTask;
  readonly today: LocalDate;
}) {
  const { t } = useTranslation('request');
  const { bound, task, today } = props;
  const letter = part(bound, 'letter');
  const { inspection } = letter.value;
  return (
    <>
      <Group title={t('group.first')}>
        <div className="form-grid">
          <PartnerField bound={part(bound, 'partner')} kind={task.kind.code} />
          <AskedDateField
            bound={{ ...part(bound, 'askedDate'), path: 'letter.askedDate' }}
            today={today}
            dossier={task.dossier}
            kind={letter.value.kind}
            partner={bound.value.partner}
          />
          <TextField label={t('field.toAddress')} bound={part(letter, 'toAddress')} max={400} />
        </div>
      </Group>
      <Group title={t('group.items')} note={t(`group.itemsNote.${letter.value.kind}`)}>
        <LetterItems bound={asList(part(letter, 'items'))} kind={task.kind} />
      </Group>
      {inspection === null ? null : (
        <Group title={t('group.inspection')}>
          <LetterInspection bound={{ ...part(letter, 'inspection'), value: inspection }} />
        </Group>
      )}
      <Group title={t('group.matter')} note={t('group.matterNote')}>
        <LetterMatter bound={part(letter, 'matter')} today={today} />
      </Group>
      <HandlersGroup department={part(letter, 'department')} handlers={asList(part(letter, 'handlers'))} />
      <Group title={t('group.basis')}>
        <LetterBasis bound={asList(part(letter, 'legalBasis'))} offered={task.basis} />
      </Group>
      <Group title={t('group.remarks')}>
        <LetterRemarks bound={letter} />
      </Group>
      <Group title={t('group.files')}>
        <FilesField bound={asList(part(letter, 'files'))} label={t('files.choose')} />
      </Group>
    </>
  );
}

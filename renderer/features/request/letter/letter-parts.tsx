import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField, RadioField } from '#renderer/ui/fields/choice-field.tsx';
import { ProseField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import type { CommissionLetter } from '#shared/contract/letter.ts';

/** A named part of a long form. */
export function Group(props: { readonly title: string; readonly note?: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="form-group" aria-labelledby={id}>
      <h2 id={id}>
        {props.title} {props.note === undefined ? null : <span className="soft small">{props.note}</span>}
      </h2>
      {props.children}
    </section>
  );
}

/** How urgent, how to reply, and what else the partner should know. */
export function LetterRemarks({ bound }: { readonly bound: Bound<CommissionLetter> }) {
  const { t } = useTranslation('request');
  const { t: kinds } = useTranslation('kinds');
  return (
    <div className="form-grid">
      <RadioField
        label={t('remarks.urgency')}
        bound={part(bound, 'urgency')}
        choices={(['normal', 'urgent', 'critical'] as const).map((value) => ({
          value,
          label: kinds(`urgency.${value}`),
        }))}
      />
      <RadioField
        label={t('remarks.secrecy')}
        bound={part(bound, 'secrecy')}
        choices={(['none', 'work-secret'] as const).map((value) => ({ value, label: kinds(`secrecy.${value}`) }))}
      />
      <RadioField
        label={t('remarks.returnBy')}
        bound={part(bound, 'returnBy')}
        choices={(['both', 'electronic', 'post'] as const).map((value) => ({
          value,
          label: kinds(`returnBy.${value}`),
        }))}
      />
      <div className="field whole checks">
        <CheckField label={t('remarks.mayAdd')} bound={part(bound, 'mayAddInquiries')} />
        <CheckField label={t('remarks.recording')} bound={part(bound, 'recordingWanted')} />
      </div>
      <ProseField label={t('remarks.special')} bound={part(bound, 'special')} max={4000} rows={2} />
    </div>
  );
}

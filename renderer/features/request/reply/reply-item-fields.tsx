import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/app/api/use-today.ts';
import { RadioField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { DateField } from '#renderer/ui/fields/date-field.tsx';
import { ProseField, TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, members, part } from '#renderer/ui/form/bound.ts';
import { useFieldIssues } from '#renderer/ui/form/form-context.ts';
import type { LetterItem } from '#shared/contract/letter.ts';
import { useRequestNames } from '../names.ts';
import type { ItemValue } from './reply-value.ts';

const outcomes = ['done', 'partly', 'unable', 'not-in-power'] as const;

/** The answer to one item: the outcome, what was done, what was tried, and the evidence taken. */
export function ReplyItemFields(props: {
  readonly bound: Bound<ItemValue>;
  readonly asked: LetterItem | undefined;
  readonly kind: string;
  readonly index: number;
}) {
  const { t } = useTranslation('request');
  const { t: kinds } = useTranslation('kinds');
  const names = useRequestNames();
  const { bound, asked, index } = props;
  const { outcome } = bound.value;
  return (
    <fieldset className="item-box">
      <legend>
        {index + 1}. {names.itemKind(props.kind, asked?.kind ?? '')} {asked?.object.name}
      </legend>
      <p className="prose soft">{asked?.questions}</p>
      <div className="form-grid">
        <SelectField
          label={t('reply.outcome')}
          bound={part(bound, 'outcome')}
          choices={outcomes.map((value) => ({ value, label: kinds(`outcome.${value}`), words: value }))}
          placeholder={t('reply.chooseOutcome')}
          required
        />
        <ProseField
          label={t('reply.text')}
          bound={part(bound, 'text')}
          rows={2}
          required={outcome !== null && outcome !== 'done'}
        />
      </div>
      {outcome === 'unable' || outcome === 'partly' ? <Attempts bound={bound} /> : null}
      <Evidence bound={bound} />
    </fieldset>
  );
}

function Attempts({ bound }: { readonly bound: Bound<ItemValue> }) {
  const { t } = useTranslation('request');
  const today = useToday();
  const attempts = part(bound, 'attempts');
  const rows = members(attempts);
  const { issues } = useFieldIssues(attempts.path);
  return (
    <fieldset className="rows">
      <legend className="field-label">{t('reply.attempts')}</legend>
      {rows.items.map((row, index) => (
        <div key={row.path} className="row-grid attempt">
          <DateField label={t('reply.attemptOn', { n: index + 1 })} bound={part(row, 'on')} today={today} />
          <TextField label={t('reply.attemptText')} bound={part(row, 'text')} max={500} />
          <Button
            type="text"
            aria-label={t('reply.removeAttempt', { n: index + 1 })}
            onClick={() => {
              rows.remove(index);
            }}
          >
            {t('row.remove')}
          </Button>
        </div>
      ))}
      {issues.map((issue) => (
        <p key={issue.text} className="field-note error" role="alert">
          {issue.text}
        </p>
      ))}
      <Button
        aria-invalid={issues.length > 0}
        onClick={() => {
          rows.add({ on: today, text: '' });
        }}
      >
        {t('reply.addAttempt')}
      </Button>
    </fieldset>
  );
}

function Evidence({ bound }: { readonly bound: Bound<ItemValue> }) {
  const { t } = useTranslation('request');
  const rows = members(part(bound, 'evidence'));
  return (
    <fieldset className="rows">
      <legend className="field-label">{t('reply.evidence')}</legend>
      {rows.items.map((row, index) => (
        <div key={row.path} className="row-grid evidence">
          <TextField label={t('reply.evidenceName', { n: index + 1 })} bound={part(row, 'name')} />
          <RadioField
            label={t('reply.evidenceForm')}
            bound={part(row, 'form')}
            choices={(['original', 'copy'] as const).map((value) => ({ value, label: t(`items.${value}`) }))}
          />
          <TextField label={t('reply.pages')} bound={part(row, 'pages')} max={6} />
          <Button
            type="text"
            aria-label={t('reply.removeEvidence', { n: index + 1 })}
            onClick={() => {
              rows.remove(index);
            }}
          >
            {t('row.remove')}
          </Button>
        </div>
      ))}
      <Button
        onClick={() => {
          rows.add({ name: '', form: 'copy', pages: '' });
        }}
      >
        {t('reply.addEvidence')}
      </Button>
    </fieldset>
  );
}

import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { RadioField, SelectField } from '#renderer/ui/fields/choice-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { dossierIdField } from '#shared/contract/fields.ts';
import { BranchField } from '../branch-field.tsx';
import type { View } from '../page/dossier-page.tsx';
import { useFoundFiles } from './found-files.ts';

/** How the case number is to be given, as typed. */
export type TypedNumber = {
  readonly branch: string;
  readonly numbering: 'own' | 'under';
  /** What the file whose number is shared is looked for by. */
  readonly leadText: string;
  readonly lead: string | null;
};

/** A number of its own, by the branch that has the file. */
export function ownNumber(branch: string): TypedNumber {
  return { branch, numbering: 'own', leadText: '', lead: null };
}

/** The call's part about the number; undefined while the file whose number is shared is not chosen. */
export function numberAsked({
  branch,
  numbering,
  lead,
}: TypedNumber): Required<Pick<CallInput<'dossier.accept'>, 'branch' | 'under'>> | undefined {
  if (numbering === 'own') return { branch, under: null };
  const known = dossierIdField.safeParse(lead);
  return known.success ? { branch, under: known.data } : undefined;
}

type Choice = { readonly value: string; readonly label: string };

/** Files this one is heard with or tied to, which most often lead. */
function nearby({ joinings, links, row }: View): readonly Choice[] {
  const joined = joinings.map(({ dossier, number, title, status }) => ({ id: dossier, number, title, status }));
  const tied = links.filter(({ side }) => side === row.side);
  const numbered = [...joined, ...tied].filter(({ status }) => status !== 'received');
  const byId = new Map(numbered.map(({ id, number, title }) => [id, `${number} ${title}`]));
  return [...byId].map(([value, label]) => ({ value, label }));
}

/** By which branch and with which number a file is accepted: one of its own, or one under that of another file. */
export function NumberFields(props: {
  readonly id: DossierId;
  readonly view: View;
  readonly on: LocalDate | null;
  readonly bound: Bound<TypedNumber>;
}) {
  const { t } = useTranslation('dossier');
  const { id, view, on, bound } = props;
  const { numbering, leadText } = bound.value;
  const found = useFoundFiles(id, leadText, { status: 'all', side: view.row.side });
  return (
    <>
      <BranchField bound={part(bound, 'branch')} />
      <RadioField<'own' | 'under'>
        label={t('accept.numbering')}
        choices={[
          { value: 'own', label: t('accept.own') },
          { value: 'under', label: t('accept.under') },
        ]}
        bound={part(bound, 'numbering')}
      />
      {numbering === 'own' ? null : (
        <>
          <TextField
            label={t('accept.leadFind')}
            max={100}
            hint={t('accept.leadHint')}
            bound={part(bound, 'leadText')}
          />
          <SelectField<string>
            label={t('accept.lead')}
            required
            choices={leadText.trim() === '' ? nearby(view) : found}
            bound={part(bound, 'lead')}
          />
        </>
      )}
      <NextNumber id={id} on={on} typed={bound.value} />
    </>
  );
}

/** The number the file would get, or why it gets none. */
function NextNumber(props: { readonly id: DossierId; readonly on: LocalDate | null; readonly typed: TypedNumber }) {
  const { t } = useTranslation('dossier');
  const failureText = useFailureText();
  const { id, on, typed } = props;
  const asked = numberAsked(typed);
  const next = useAsk(
    'dossier.nextNumber',
    on === null || asked === undefined ? undefined : { dossier: id, on, ...asked },
  );
  if (next.failure !== undefined) return <p className="whole field-note error">{failureText(next.failure)}</p>;
  const number = next.data?.number;
  return number === undefined ? null : <p className="whole soft">{t('accept.next', { number })}</p>;
}

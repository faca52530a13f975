import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import type { Bound } from '#renderer/ui/form/bound.ts';
import type { DossierId } from '#shared/base/ids.ts';

/** The number that comes next for the paper of this step, taken by a click; nothing where its papers have no series. */
export function PaperNumber(props: {
  readonly dossier: DossierId;
  readonly step: string;
  readonly bound: Bound<string>;
}) {
  const { t } = useTranslation('dossier');
  const { dossier, step, bound } = props;
  const number = useAsk('office.paperNumber', { dossier, step }).data?.number ?? null;
  if (number === null || bound.value === number) return null;
  return (
    <p className="field-note">
      <span>{t('step.nextPaper', { number })}</span>{' '}
      <button type="button" className="text-button" onClick={() => bound.set(number)}>
        {t('step.takePaper')}
      </button>
    </p>
  );
}

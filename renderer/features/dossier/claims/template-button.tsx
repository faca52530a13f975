import { useTranslation } from 'react-i18next';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { claimTemplateOf } from '#shared/domain/dossier/claim-template.ts';

/** Offers the customary formula of a claim's type, marked with how sure we are of it; nothing where there is none. */
export function TemplateButton(props: {
  readonly code: string | null;
  readonly name: string;
  readonly onTake: (formula: string) => void;
}) {
  const { t } = useTranslation('claim');
  const bilingual = useBilingual();
  const template = props.code === null ? undefined : claimTemplateOf(props.code);
  if (template === undefined) return null;
  const formula = bilingual(template.formula);
  return (
    <span className="claim-template">
      <button
        type="button"
        className="text-button small"
        aria-label={t('takeTemplate', { formula, name: props.name })}
        onClick={() => {
          props.onTake(formula);
        }}
      >
        {formula}
      </button>{' '}
      <ConfidenceMark confidence={template.confidence} />
    </span>
  );
}

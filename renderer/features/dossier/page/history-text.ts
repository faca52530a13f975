import { useTranslation } from 'react-i18next';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { stepOf } from '#shared/domain/dossier/steps/all-steps.ts';
import { useDossierNames } from '../names.ts';

/** A fact of a file's history. */
export type HistoryRow = CallOutput<'dossier.history'>['rows'][number];

function textIn(facts: HistoryRow['facts'], key: string): string {
  const value = facts[key];
  return typeof value === 'string' ? value : '';
}

function numberIn({ number }: HistoryRow['facts']): string {
  if (typeof number !== 'object' || number === null || !('text' in number)) return '';
  return typeof number.text === 'string' ? number.text : '';
}

/** Who recorded a fact; what the program did by itself says so. */
export function useRecorder(): (row: HistoryRow) => string {
  const { t } = useTranslation('dossier');
  return ({ person }) => (person === 'device' ? t('history.automatic') : person);
}

/** What a fact says, in words; a kind only a newer version knows is named by its code. */
export function useHistoryText(): (row: HistoryRow) => string {
  const kindName = useKindName();
  const { t: undo } = useTranslation('undo');
  const { t: clock } = useTranslation('deadline');
  const title = useRuleTitle();
  const names = useDossierNames();
  const bilingual = useBilingual();
  const detail = ({ kind, facts }: HistoryRow): string => {
    switch (kind) {
      case 'dossier.received':
      case 'dossier.accepted':
        return numberIn(facts);
      case 'dossier.closed':
        return names.closeType(textIn(facts, 'type'));
      case 'dossier.stepped':
      case 'dossier.step-corrected': {
        const step = stepOf(textIn(facts, 'step'));
        return step === undefined ? '' : bilingual(step.name);
      }
      case 'clock.recorded':
        return `${title(textIn(facts, 'rule')).name} ${clock(`event.${textIn(facts, 'type')}`)}`;
      case 'clock.withdrawn':
        return title(textIn(facts, 'rule')).name;
      default:
        return '';
    }
  };
  return (row) => {
    const what = `${kindName(row.kind)} ${detail(row)}`.trim();
    return textIn(row.facts, 'undoes') === '' ? what : undo('row', { what });
  };
}

/** What a kind of fact is called; a kind only a newer version knows is named by its code. */
export function useKindName(): (kind: string) => string {
  const { t, i18n } = useTranslation('dossier');
  return (kind) => {
    // Facts of the office have a dot in their kind; what stands in a request's chains has none.
    const own = kind.includes('.');
    const known = i18n.exists(`history.${own ? 'kind' : 'entry'}.${kind}`, { ns: 'dossier' });
    if (!known) return kind;
    return t(own ? `history.kind.${kind}` : `history.entry.${kind}`);
  };
}

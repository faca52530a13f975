import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/contract/contract.ts';
import { useEntryWords } from '../page/entry-words.tsx';
import type { RequestView } from '../page/view.ts';

/** What a check of a request found. */
export type ProofView = CallOutput<'request.proof'>;
/** One entry with what proves that the other office holds it. */
export type ProofLine = ProofView['lines'][number];

/** Words for what a check found: faults and remarks by place, entries by what they say, and what proves each. */
export function useProofWords(view: RequestView) {
  const { t } = useTranslation('proof');
  const { t: kinds } = useTranslation('kinds');
  const words = useEntryWords(view);
  const place = ({ part, n }: ProofView['faults'][number]): string => t(`part.${part}`, { n });
  return {
    fault: (found: ProofView['faults'][number]): string =>
      t('found', { where: place(found), what: t(`fault.${found.code}`) }),
    remark: (found: ProofView['remarks'][number]): string =>
      t('found', { where: place(found), what: t(`remark.${found.code}`) }),
    /** An entry that was changed by hand may be in no timeline any more. */
    what: (line: ProofLine): string => {
      const item = view.timeline.find((one) => one.id === line.id);
      return item ? words(item).title.trim() : kinds('entry.unknown');
    },
    proofs: ({ receipt, storedOn, seen }: ProofLine): readonly string[] => {
      const said = [
        receipt === null ? '' : t('signedBy', { number: receipt.number, heard: receipt.heard }),
        storedOn === null ? '' : t('storedOn', { date: storedOn }),
        seen === null ? '' : t('seenBy', { seq: seen.seq, on: seen.on.replace('T', ' ') }),
      ].filter((text) => text !== '');
      return said.length === 0 ? [t('notYet')] : said;
    },
  };
}

import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import type { Bound } from '#renderer/ui/form/bound.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { LinesField } from '../fields/lines-field.tsx';

type Offered = CallOutput<'request.prefill'>['basis'];

/** Legal basis: the kind's lines to choose from, with how sure each is, and lines of the office's own. */
export function LetterBasis(props: { readonly bound: Bound<readonly string[]>; readonly offered: Offered }) {
  const { t } = useTranslation('request');
  const bilingual = useBilingual();
  const { bound, offered } = props;
  const known = new Set(offered.map((line) => line.zh));
  const own = bound.value.filter((line) => !known.has(line));
  const chosen = (zh: string): boolean => bound.value.includes(zh);
  const put = (lines: readonly string[], extra: readonly string[]): void => {
    bound.set([...lines, ...extra]);
  };
  const offeredChosen = offered.map((line) => line.zh).filter(chosen);
  return (
    <div className="rows">
      <fieldset className="rows">
        <legend className="field-label">{t('basis.offered')}</legend>
        {offered.map((line) => (
          <div key={line.zh} className="basis-line">
            <Checkbox
              checked={chosen(line.zh)}
              onChange={(event) => {
                const next = offered
                  .map((one) => one.zh)
                  .filter((zh) => (zh === line.zh ? event.target.checked : chosen(zh)));
                put(next, own);
              }}
            >
              {bilingual(line)}
            </Checkbox>
            <ConfidenceMark confidence={line.confidence} />
          </div>
        ))}
      </fieldset>
      <LinesField
        title={t('basis.own')}
        label={(n) => t('basis.line', { n })}
        add={t('basis.add')}
        bound={{
          path: bound.path,
          value: own,
          set: (next) => {
            put(offeredChosen, next);
          },
        }}
        max={300}
        least={0}
        most={20 - offeredChosen.length}
      />
    </div>
  );
}

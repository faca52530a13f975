import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { printTyped } from '#shared/domain/medium/medium-slip.ts';

type Print = CallOutput<'courier.import'>['prints'][number];

/** The fingerprint of what was read, of each sender, and a field to compare one with the slip: typed, or read from its code. */
export function SlipCompare({ prints }: { readonly prints: readonly Print[] }) {
  const { t } = useTranslation('medium');
  const id = useId();
  const [typed, setTyped] = useState('');
  const said = printTyped(typed);
  const same = prints.find(({ print }) => print === said);
  if (prints.length === 0) return null;
  return (
    <>
      <ul className="courier-lines">
        {prints.map(({ office, name, packages, print }) => (
          <li key={office}>
            {t('compare.from', { name, packages })} <strong className="medium-print">{print}</strong>
          </li>
        ))}
      </ul>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('compare.label')}
        </label>
        <input
          id={id}
          className="plain-input"
          value={typed}
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('compare.hint')}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </div>
      <div role="status">
        {said === undefined ? null : (
          <Notice tone={same === undefined ? 'red' : 'green'}>
            {same === undefined ? t('compare.other') : t('compare.same', { name: same.name })}
          </Notice>
        )}
      </div>
    </>
  );
}

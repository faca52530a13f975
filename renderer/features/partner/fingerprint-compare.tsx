import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/state/notice.tsx';
import { fingerprintTyped } from '#shared/domain/fingerprint/fingerprint-code.ts';

/** A field for what the partner shows or reads aloud: says at once whether it is the fingerprint of the card that is here. */
export function FingerprintCompare(props: { readonly office: string; readonly fingerprint: string }) {
  const { t } = useTranslation('partner');
  const id = useId();
  const [typed, setTyped] = useState('');
  const said = fingerprintTyped(typed, props.office);
  const same = said === props.fingerprint;
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('typed.label')}
        </label>
        <input
          id={id}
          className="plain-input"
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('typed.hint')}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </div>
      <div role="status">
        {said === undefined ? null : (
          <Notice tone={same ? 'green' : 'red'}>{t(same ? 'typed.same' : 'typed.other')}</Notice>
        )}
      </div>
    </>
  );
}

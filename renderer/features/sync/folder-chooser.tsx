import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';

/** A folder of this machine: typed, or walked to from its media and the home folder. */
export function FolderChooser(props: { readonly value: string; readonly onChange: (path: string) => void }) {
  const { t } = useTranslation('sync');
  const id = useId();
  const [under, setUnder] = useState('');
  const places = useAsk('courier.places', { under });
  const shown = places.data;
  const go = (path: string): void => {
    setUnder(path);
    props.onChange(path);
  };
  return (
    <div className="folder-chooser">
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('folder.label')}
        </label>
        <input
          id={id}
          className="plain-input"
          value={props.value}
          maxLength={1000}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('folder.hint')}
          onChange={(event) => {
            props.onChange(event.target.value);
          }}
        />
      </div>
      <div className="folder-list" role="group" aria-label={t('folder.list')}>
        <p className="small soft">{under === '' ? t('folder.roots') : under}</p>
        {places.failure === undefined ? null : (
          <p className="small sync-problem" role="alert">
            <FailureText failure={places.failure} />
          </p>
        )}
        <ul>
          {under === '' ? null : (
            <li>
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  go(shown?.parent ?? '');
                }}
              >
                {t('folder.up')}
              </button>
            </li>
          )}
          {(shown?.folders ?? []).map((folder) => (
            <li key={folder.path}>
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  go(folder.path);
                }}
              >
                {under === '' ? folder.path : folder.name}
              </button>
            </li>
          ))}
        </ul>
        {shown !== undefined && shown.folders.length === 0 ? (
          <p className="small soft">{t(under === '' ? 'folder.noMedia' : 'folder.none')}</p>
        ) : null}
      </div>
    </div>
  );
}

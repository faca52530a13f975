import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';

/** Characters of the longest path a call takes; more is never cut, only said. */
const longest = 1000;

/** A folder of this machine: typed, or walked to from its media and the home folder. */
export function FolderChooser(props: { readonly value: string; readonly onChange: (path: string) => void }) {
  const { t } = useTranslation(['sync', 'ui']);
  const id = useId();
  const over = props.value.length - longest;
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
          aria-invalid={over > 0}
          aria-describedby={over > 0 ? `${id}-long` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('folder.hint')}
          onChange={(event) => {
            props.onChange(event.target.value);
          }}
        />
        {over > 0 ? (
          <span className="field-note error" id={`${id}-long`} role="alert">
            <span aria-hidden="true">×</span>
            {t('ui:form.tooLong', { count: over, max: longest })}
          </span>
        ) : null}
      </div>
      <Places onGo={props.onChange} />
    </div>
  );
}

/** Folders one step deeper or up; going into one chooses it. */
function Places({ onGo }: { readonly onGo: (path: string) => void }) {
  const { t } = useTranslation('sync');
  const [under, setUnder] = useState('');
  const places = useAsk('courier.places', { under });
  const folders = places.data?.folders ?? [];
  const go = (path: string): void => {
    setUnder(path);
    onGo(path);
  };
  return (
    <div className="folder-list" role="group" aria-label={t('folder.list')}>
      <p className="small soft">{under === '' ? t('folder.roots') : under}</p>
      {places.failure === undefined ? null : (
        <p className="small sync-problem" role="alert">
          <FailureText failure={places.failure} />
        </p>
      )}
      <ul>
        {under === '' ? null : <Step name={t('folder.up')} path={places.data?.parent ?? ''} onGo={go} />}
        {folders.map(({ name, path }) => (
          <Step key={path} name={under === '' ? path : name} path={path} onGo={go} />
        ))}
      </ul>
      {places.data !== undefined && folders.length === 0 ? (
        <p className="small soft">{t(under === '' ? 'folder.noMedia' : 'folder.none')}</p>
      ) : null}
    </div>
  );
}

function Step(props: { readonly name: string; readonly path: string; readonly onGo: (path: string) => void }) {
  return (
    <li>
      <button
        type="button"
        className="text-button"
        onClick={() => {
          props.onGo(props.path);
        }}
      >
        {props.name}
      </button>
    </li>
  );
}

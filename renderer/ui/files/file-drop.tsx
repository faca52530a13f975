import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSize } from '../format/byte-size.ts';
import { Progress } from './progress.tsx';
import './files.css';

/** A file on its way in. `taken` and `size` in bytes. */
export type Intake = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly taken: number;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** What is said beside a failed one, or a warning about a finished one. */
  readonly note?: string | undefined;
};

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly multiple?: boolean;
  /** No file is wanted for the time being. */
  readonly disabled?: boolean;
  readonly intakes: readonly Intake[];
  readonly onFiles: (files: readonly File[]) => void;
  readonly onCancel: (id: string) => void;
};

/** Takes files by button or by dropping them; each shows its progress and can be stopped. */
export function FileDrop(props: Props) {
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(props.disabled !== true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (props.disabled !== true) props.onFiles([...event.dataTransfer.files]);
      }}
    >
      <Chooser {...props} />
      {props.intakes.length === 0 ? null : (
        <ul className="intakes">
          {props.intakes.map((intake) => (
            <IntakeLine key={intake.id} intake={intake} onCancel={props.onCancel} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Chooser(props: Props) {
  const { t } = useTranslation('ui');
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="file-drop-head">
      <button
        type="button"
        className="plain-button"
        disabled={props.disabled === true}
        onClick={() => input.current?.click()}
      >
        {props.label}
      </button>
      <span className="small soft">{props.hint ?? t('files.dropHere')}</span>
      <input
        ref={input}
        type="file"
        className="spoken"
        tabIndex={-1}
        aria-label={props.label}
        disabled={props.disabled === true}
        multiple={props.multiple !== false}
        onChange={(event) => {
          props.onFiles([...(event.target.files ?? [])]);
          // The same file chosen again is a new wish.
          event.target.value = '';
        }}
      />
    </div>
  );
}

function IntakeLine({ intake, onCancel }: { readonly intake: Intake; readonly onCancel: (id: string) => void }) {
  const { t } = useTranslation('ui');
  return (
    <li>
      <div className="intake-head">
        <span className="clip">{intake.name}</span>
        <span className="small soft unbroken">{byteSize(intake.size)}</span>
        <span className={`small unbroken intake-state ${intake.state}`}>{t(`files.${intake.state}`)}</span>
        {intake.state === 'running' ? (
          <button
            type="button"
            className="text-button small"
            aria-label={t('files.cancelOf', { name: intake.name })}
            onClick={() => {
              onCancel(intake.id);
            }}
          >
            {t('files.cancel')}
          </button>
        ) : null}
      </div>
      {intake.state === 'running' ? (
        <Progress label={intake.name} done={intake.taken} of={intake.size} words={byteSize(intake.taken)} />
      ) : null}
      {intake.note === undefined ? null : <p className="small soft">{intake.note}</p>}
    </li>
  );
}

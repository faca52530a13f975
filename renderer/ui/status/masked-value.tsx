import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../dialog/confirm.tsx';
import type { ShownFailure } from '../state/failure-text.tsx';
import './status.css';

/** What a reveal answers: the value in full, or why it was not shown. */
export type Revealed =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly failure: ShownFailure };

/** A revealed value is covered again after this many milliseconds: a screen is looked at by others too. */
const shownFor = 60_000;

const reasonCodes = ['check', 'paper', 'contact'] as const;

type Props = {
  readonly masked: string;
  /** What it is, for the button and the sheet: '身份证号'. */
  readonly label: string;
  readonly onReveal: (reason: string) => Promise<Revealed>;
};

/** A value that covers itself again after a minute. */
function useShownValue() {
  const [value, setValue] = useState<string>();
  useEffect(() => {
    if (value === undefined) return undefined;
    const timer = window.setTimeout(() => {
      setValue(undefined);
    }, shownFor);
    return () => {
      window.clearTimeout(timer);
    };
  }, [value]);
  return [value, setValue] as const;
}

/**
 * A number shown masked. Showing it in full asks for a reason first, which the backend records before it answers; the
 * value lives in this component only, for a minute.
 */
export function MaskedValue(props: Props) {
  const { t } = useTranslation('ui');
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useShownValue();
  if (props.masked === '') return <span className="faint">{t('mask.none')}</span>;
  return (
    <span className="masked">
      <span>{value ?? props.masked}</span>
      <button
        type="button"
        className="text-button small"
        aria-label={t(value === undefined ? 'mask.showLabel' : 'mask.hideLabel', { label: props.label })}
        onClick={() => {
          if (value === undefined) setAsking(true);
          else setValue(undefined);
        }}
      >
        {t(value === undefined ? 'mask.show' : 'mask.hide')}
      </button>
      <AskReason
        {...props}
        open={asking}
        onShown={setValue}
        onClose={() => {
          setAsking(false);
        }}
      />
    </span>
  );
}

/** Longest reason, in characters. */
const longestReason = 200;

function AskReason(
  props: Props & {
    readonly open: boolean;
    readonly onShown: (value: string) => void;
    readonly onClose: () => void;
  },
) {
  const { t } = useTranslation('ui');
  const [reason, setReason] = useState('');
  return (
    <Confirm
      open={props.open}
      title={t('mask.title', { label: props.label })}
      act={t('mask.act')}
      ready={reason.trim().length >= 2 && reason.trim().length <= longestReason}
      onConfirm={async () => {
        const revealed = await props.onReveal(reason.trim());
        if (!revealed.ok) return revealed.failure;
        props.onShown(revealed.value);
        setReason('');
        return undefined;
      }}
      onClose={props.onClose}
    >
      <ReasonInput value={reason} onChange={setReason} />
    </Confirm>
  );
}

function ReasonInput(props: { readonly value: string; readonly onChange: (reason: string) => void }) {
  const { t } = useTranslation('ui');
  const id = useId();
  const tooLong = props.value.trim().length > longestReason;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('mask.reason')}
      </label>
      <input
        id={id}
        className="plain-input"
        value={props.value}
        aria-invalid={tooLong}
        aria-describedby={tooLong ? `${id}-long` : undefined}
        autoComplete="off"
        list={`${id}-list`}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
      <datalist id={`${id}-list`}>
        {reasonCodes.map((code) => (
          <option key={code} value={t(`mask.reasons.${code}`)} />
        ))}
      </datalist>
      {tooLong ? (
        <span id={`${id}-long`} className="field-note error">
          {t('form.tooLong', { count: props.value.trim().length - longestReason, max: longestReason })}
        </span>
      ) : null}
      <span className="field-note">{t('mask.recorded')}</span>
    </div>
  );
}

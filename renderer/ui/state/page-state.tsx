import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureText, type ShownFailure } from './failure-text.tsx';
import './state.css';

/** Waiting for the first answer. Nothing is drawn for the first moment, so that a quick answer does not flicker. */
export function LoadingState() {
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setShown(true);
    }, 150);
    return () => {
      window.clearTimeout(timer);
    };
  }, []);
  return (
    <div role="status">
      <span className="spoken">{t('state.loading')}</span>
      {shown ? (
        <div className="loading-lines" aria-hidden="true">
          <span />
          <span />
          <span />
        </div>
      ) : null}
    </div>
  );
}

/** Nothing is there yet: says what would be there and how it begins. */
export function EmptyState(props: { readonly title: string; readonly text?: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="page-state">
      <h2>{props.title}</h2>
      {props.text === undefined ? null : <p className="soft">{props.text}</p>}
      {props.action === undefined ? null : <div className="actions">{props.action}</div>}
    </div>
  );
}

/** A call was not carried out: what happened, what was kept, what to do next. */
export function RefusedState(props: { readonly failure: ShownFailure; readonly onAgain?: (() => void) | undefined }) {
  const { t } = useTranslation('ui');
  return (
    <div className="page-state" role="alert">
      <h2>{t(props.failure.kind === 'conflict' ? 'state.conflict' : 'state.refused')}</h2>
      <p className="soft">
        <FailureText failure={props.failure} />
      </p>
      {props.onAgain === undefined ? null : (
        <div className="actions">
          <button type="button" className="plain-button" onClick={props.onAgain}>
            {t('state.again')}
          </button>
        </div>
      )}
    </div>
  );
}

/**
 * The states of a page in one place: loading, refused (or not found, or conflict), else the content. `value` undefined
 * and no failure means loading.
 */
export function PageState<T>(props: {
  readonly value: T | undefined;
  readonly failure: ShownFailure | undefined;
  readonly onAgain?: () => void;
  readonly children: (value: T) => ReactNode;
}) {
  if (props.value !== undefined) return props.children(props.value);
  if (props.failure !== undefined) return <RefusedState failure={props.failure} onAgain={props.onAgain} />;
  return <LoadingState />;
}

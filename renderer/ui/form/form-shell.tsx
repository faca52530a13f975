import { Button } from 'antd';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { shanghaiTime } from '#shared/base/local-date.ts';
import { instantOf } from '../format/instant-of.ts';
import { isComposing } from '../keys/chord.ts';
import { useShortcut } from '../keys/shortcut-provider.tsx';
import { useAnnounce } from '../live-region.tsx';
import { useFailureText } from '../state/failure-text.tsx';
import { Notice } from '../state/notice.tsx';
import { LoadingState } from '../state/page-state.tsx';
import { UnreachableNote, useUnreachable } from '../state/unreachable.tsx';
import { DraftLine } from './draft-line.tsx';
import { isNotKept, notKept } from './draft-store.ts';
import { FormContext } from './form-context.ts';
import type { Form } from './use-form.ts';
import './form.css';

type Props<V extends object> = {
  readonly form: Form<V>;
  readonly label: string;
  readonly submitText: string;
  /** Esc and the leave button; the draft stays. */
  readonly onLeave?: () => void;
  /** Further acts beside the filled button. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
};

/** A refusal at the end of a long form must be seen from wherever it was submitted. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'center' });
}

/**
 * The shape of every form: Ctrl+S does what its one filled button does, Esc leaves with the draft kept, errors move the
 * focus to the first of them, and the line at the bottom says when the typing was last saved.
 */
export function FormShell<V extends object>(props: Props<V>) {
  const { form } = props;
  const { t } = useTranslation('ui');
  const text = useFailureText();
  const element = useRef<HTMLFormElement>(null);
  useErrorFocus(form, element);
  useShortcut(['Ctrl+S'], t('keyMap.submit'), () => {
    settleFocused(element.current);
    form.submit();
  });
  const issues = form.issues.map((issue) =>
    issue.text === '' && form.failure !== undefined ? { ...issue, text: text(form.failure) } : issue,
  );
  if (!form.draft.ready) return <LoadingState />;
  return (
    <FormContext value={{ issues, shows: form.shows, touch: form.touch, unread: form.unread }}>
      <form
        ref={element}
        className="form"
        aria-label={props.label}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.submit();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event.nativeEvent) || event.defaultPrevented) return;
          props.onLeave?.();
        }}
      >
        <DraftLine draft={form.draft} />
        {props.children}
        <Refusal form={form} />
        <Foot {...props} />
      </form>
    </FormContext>
  );
}

/** A refusal that no field shows. One that names a field on the screen stands there, and is not said twice. */
function Refusal<V extends object>({ form }: { readonly form: Form<V> }) {
  const text = useFailureText();
  const { failure } = form;
  if (failure === undefined || (failure.field !== undefined && form.unread.placed(failure.field))) return null;
  return (
    <div ref={bringIntoView}>
      <Notice tone="red" role="alert">
        {text(failure)}
      </Notice>
    </div>
  );
}

/** Lets the field with the focus take in what was typed, as if it were left: a key does not leave it as a click does. */
function settleFocused(form: HTMLFormElement | null): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLInputElement) || form?.contains(focused) !== true) return;
  focused.blur();
  focused.focus({ preventScroll: true });
}

function Foot<V extends object>(props: Props<V>) {
  const { t } = useTranslation('ui');
  const gone = useId();
  return (
    <div className="form-foot">
      <Button
        type="primary"
        htmlType="submit"
        loading={props.form.running}
        aria-keyshortcuts="Control+S"
        aria-describedby={useUnreachable(gone)}
      >
        {props.submitText}
      </Button>
      <UnreachableNote id={gone} />
      {props.acts}
      {props.onLeave === undefined ? null : <Button onClick={props.onLeave}>{t('form.leave')}</Button>}
      <Kept form={props.form} leaves={props.onLeave !== undefined} />
    </div>
  );
}

/** The first field that is wrong; of a group of radios, the one the keyboard reaches. */
function firstWrong(form: HTMLElement | null): HTMLElement | null {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null;
  if (wrong?.getAttribute('role') !== 'radiogroup') return wrong;
  return wrong.querySelector<HTMLElement>('input:checked') ?? wrong.querySelector<HTMLElement>('input');
}

/**
 * Moves the focus to the first field that is wrong and says how many there are, after a try to submit that was stopped
 * and after a refusal that names a field. What was said goes away as soon as everything is corrected.
 */
function useErrorFocus<V extends object>(form: Form<V>, element: { readonly current: HTMLFormElement | null }): void {
  const { t } = useTranslation('ui');
  const announce = useAnnounce();
  const wrong = form.issues.filter((issue) => issue.level === 'error').map((issue) => issue.path);
  const errors = new Set([...wrong, ...form.unread.paths()]).size;
  const seen = useRef({ stopped: 0, failure: form.failure, said: false });
  useEffect(() => {
    const before = seen.current;
    const refused = form.failure !== before.failure && form.failure?.field !== undefined;
    const stopped = form.stopped !== before.stopped;
    seen.current = { ...before, stopped: form.stopped, failure: form.failure };
    if (stopped || refused) {
      announce(t('form.errors', { count: errors }), 'assertive');
      seen.current.said = true;
      firstWrong(element.current)?.focus();
    } else if (before.said && errors === 0) {
      announce('', 'assertive');
      seen.current.said = false;
    }
  }, [form.stopped, form.failure, errors, announce, t, element]);
  useEffect(
    () => () => {
      if (seen.current.said) announce('', 'assertive');
    },
    [announce],
  );
}

function Kept<V extends object>({ form, leaves }: { readonly form: Form<V>; readonly leaves: boolean }) {
  const { t } = useTranslation('ui');
  const { news } = form.draft;
  if (news === undefined) return <span className="kept">{t(leaves ? 'form.keys' : 'form.saveKey')}</span>;
  if (isNotKept(news)) {
    return (
      <span className="kept failed" role="alert">
        {t(notKept[news.kind])}
      </span>
    );
  }
  return (
    <span className="kept">
      {news.kind === 'saved' ? t('form.kept', { time: clockTime(news.at) }) : t('form.keeping')}
    </span>
  );
}

/** The time of day of a moment, to the minute; a text that is no moment stays as it is. */
function clockTime(at: string): string {
  const instant = instantOf(at);
  return instant === null ? at : shanghaiTime(instant);
}

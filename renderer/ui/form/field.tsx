import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldIssues } from './form-context.ts';
import './form.css';

/** What a control inside a field needs so that label, hint and messages belong to it. */
export type ControlProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
  readonly 'aria-required': boolean;
  readonly status: '' | 'error' | 'warning';
  readonly onBlur: () => void;
};

/** How every field is described. */
export type FieldProps = {
  readonly label: string;
  readonly path: string;
  readonly required?: boolean | undefined;
  readonly hint?: ReactNode;
  /** Takes the whole width of the grid. */
  readonly whole?: boolean | undefined;
};

function RequiredMark() {
  const { t } = useTranslation('ui');
  return (
    <span className="field-required" aria-hidden="true" title={t('form.required')}>
      *
    </span>
  );
}

/** Label, mark of what must be filled in, the control, its hint, and its errors and warnings with a sign each. */
export function Field(
  props: FieldProps & {
    /** Why the text in the control means no value; shown in place of the form's own issues. */
    readonly wrong?: string | undefined;
    readonly children: (control: ControlProps) => ReactNode;
  },
) {
  const { t } = useTranslation('ui');
  const id = useId();
  const form = useFieldIssues(props.path);
  const issues =
    props.wrong === undefined ? form.issues : [{ path: props.path, level: 'error' as const, text: props.wrong }];
  const described = [
    props.hint === undefined ? '' : `${id}-hint`,
    ...issues.map((_issue, index) => `${id}-issue-${index}`),
  ].filter((part) => part !== '');
  const worst = issues[0]?.level ?? '';
  return (
    <div className={props.whole ? 'field whole' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {props.label}
        {props.required === true ? <RequiredMark /> : null}
      </label>
      {props.children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': worst === 'error',
        'aria-required': props.required === true,
        status: worst,
        onBlur: form.touch,
      })}
      {/* Always there, with the room of one line: what appears in it must not move what the person is about to press. */}
      <div className="field-notes">
        {props.hint === undefined ? null : (
          <span className="field-note" id={`${id}-hint`}>
            {props.hint}
          </span>
        )}
        {issues.map((issue, index) => (
          <span key={`${issue.level}${issue.text}`} className={`field-note ${issue.level}`} id={`${id}-issue-${index}`}>
            <span aria-hidden="true">{issue.level === 'error' ? '×' : '!'}</span>
            <span>
              <span className="spoken">{t(`form.${issue.level}`)} </span>
              {issue.text}
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}

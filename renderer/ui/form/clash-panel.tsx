import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../live-region.tsx';
import { type FieldValue, useFailureText } from '../state/failure-text.tsx';
import type { Clash, FieldValues } from './amending.ts';
import { useFieldIssues } from './form-context.ts';
import { type AmendForm, clashPath } from './use-amend-form.ts';
import './clash.css';

/** How a form names its fields and says their values. */
export type FieldWords = {
  readonly label: (field: string) => string;
  readonly say: (field: string, value: FieldValue) => string;
};

/**
 * The conflict state of a form: every field both sides changed, what is stored beside what was typed, and a choice
 * for each. Shown as long as there was a conflict, so that a choice can be taken back until the save went through.
 */
export function ClashPanel<T extends FieldValues>(props: { readonly amend: AmendForm<T>; readonly words: FieldWords }) {
  const { t } = useTranslation('ui');
  const text = useFailureText();
  const announce = useAnnounce();
  const element = useRef<HTMLElement>(null);
  const id = useId();
  const { base, meanwhile } = props.amend.form.root.value;
  const met = meanwhile === null ? undefined : base;
  const what = text({ kind: 'conflict', code: 'conflict.changed-meanwhile' });
  useEffect(() => {
    if (met === undefined) return;
    announce(what, 'assertive');
    element.current?.querySelector<HTMLElement>('input')?.focus();
    element.current?.scrollIntoView({ block: 'nearest' });
  }, [met, what, announce]);
  if (meanwhile === null) return null;
  return (
    <section ref={element} className="clash" aria-labelledby={id}>
      <h2 id={id}>{t('state.conflict')}</h2>
      <p>{what}</p>
      <p className="small soft">{t('clash.by', { name: meanwhile.by, at: meanwhile.at.replace('T', ' ') })}</p>
      {Object.entries(meanwhile.clashes).map(([field, clash]) => (
        <Choice
          key={field}
          field={field}
          clash={clash}
          words={props.words}
          onChoose={(choice) => props.amend.choose(field, choice)}
        />
      ))}
    </section>
  );
}

function Choice(props: {
  readonly field: string;
  readonly clash: Clash;
  readonly words: FieldWords;
  readonly onChoose: (choice: 'mine' | 'theirs') => void;
}) {
  const { field, clash, words } = props;
  const { t } = useTranslation('ui');
  const id = useId();
  const { issues } = useFieldIssues(clashPath(field));
  const sides = [
    { side: 'theirs', title: t('clash.theirs'), value: clash.stored },
    { side: 'mine', title: t('clash.mine'), value: clash.mine },
  ] as const;
  return (
    <div
      className="clash-field"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-invalid={issues.length > 0}
      aria-describedby={issues.length > 0 ? `${id}-issue` : undefined}
    >
      <h3 id={`${id}-label`}>{words.label(field)}</h3>
      {sides.map(({ side, title, value }) => (
        <label key={side} className="clash-side">
          <span className="clash-head">
            <input
              type="radio"
              name={id}
              checked={clash.choice === side}
              onChange={() => {
                props.onChoose(side);
              }}
            />
            {title}
          </span>
          <span className="clash-text prose">{words.say(field, value) || t('clash.empty')}</span>
        </label>
      ))}
      {issues.map((issue) => (
        <span key={issue.text} className="field-note error" id={`${id}-issue`}>
          <span aria-hidden="true">×</span>
          {issue.text}
        </span>
      ))}
    </div>
  );
}

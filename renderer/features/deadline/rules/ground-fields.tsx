import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { Field } from '#renderer/ui/form/field.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { groundsOfCases } from '#shared/domain/deadline/office-moves.ts';
import type { RuleValue } from './rule-value.ts';

const effects = ['suspend', 'restart', 'exclude'] as const;

/** The grounds that move a limit, by what they do to it; closed until somebody asks, since most limits keep theirs. */
export function GroundFields({ root }: { readonly root: Bound<RuleValue> }) {
  const { t } = useTranslation('law');
  const { t: tDeadline } = useTranslation('deadline');
  const n = effects.reduce((sum, effect) => sum + root.value[effect].length, 0);
  return (
    <details className="rules-moves">
      <summary>{t('rule.grounds', { n, count: n })}</summary>
      <p className="small soft">{t('rule.groundsHint')}</p>
      <div className="rules-grounds">
        {effects.map((effect) => (
          <GroundField key={effect} effect={effect} label={tDeadline(`rules.${effect}`)} bound={part(root, effect)} />
        ))}
      </div>
    </details>
  );
}

function GroundField(props: {
  readonly effect: (typeof effects)[number];
  readonly label: string;
  readonly bound: Bound<readonly string[]>;
}) {
  const bilingual = useBilingual();
  const { effect, label, bound } = props;
  const options = groundsOfCases(effect).map(({ id, name, basis }) => ({
    value: id,
    label: (
      <>
        {bilingual(name)} <span className="soft small">{bilingual(basis)}</span>
      </>
    ),
  }));
  return (
    <Field whole label={label} path={bound.path}>
      {(control) => (
        <Checkbox.Group
          aria-label={label}
          aria-describedby={control['aria-describedby']}
          value={[...bound.value]}
          options={options}
          onChange={(ids) => {
            bound.set(ids.map(String));
            control.onBlur();
          }}
        />
      )}
    </Field>
  );
}

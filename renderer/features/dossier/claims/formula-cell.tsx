import type { KeyboardEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import { readInputs } from '#shared/domain/formula/inputs.ts';
import { reckon } from '#shared/domain/formula/reckon.ts';
import { namesAsked, withInput } from './reckoned.ts';
import { ReckoningLines } from './reckoning-lines.tsx';
import { TemplateButton } from './template-button.tsx';
import { type Commit, useCell } from './use-cell.ts';

/** A formula and its values lie in one cell: they are written together, when the cell is left. */
const join = (formula: string, inputs: string): string => `${formula}\n${inputs}`;

function split(text: string): { readonly formula: string; readonly inputs: string } {
  const [formula = '', inputs = ''] = text.split('\n');
  return { formula, inputs };
}

type Props = {
  readonly claim: { readonly id: string; readonly code: string; readonly formula: string; readonly inputs: string };
  readonly name: string;
  readonly revision: number;
  readonly commit: (change: { readonly formula: string; readonly inputs: string }, base: number) => ReturnType<Commit>;
};

function useFormulaCell({ claim, revision, commit }: Props) {
  const { t } = useTranslation('claim');
  return useCell({
    ...{ cell: `${claim.id}:formula`, stored: join(claim.formula, claim.inputs), revision },
    commit: async (text, base) => {
      const said = split(text);
      // A formula that has no amount yet waits in its cell, with the reason beside it.
      if (said.formula.trim() !== '' && !reckon(said.formula, said.inputs).ok) return t('formulaWaits');
      return commit(said, base);
    },
  });
}

/** The formula of a claim, the values its names ask for, and how the amount comes about. */
export function FormulaCell(props: Props) {
  const { claim, name } = props;
  const cell = useFormulaCell(props);
  const now = split(cell.text);
  return (
    <fieldset
      className="claim-formula"
      aria-label={name}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) void cell.settle();
      }}
    >
      <input
        className="claim-cell"
        data-column="formula"
        aria-label={name}
        autoComplete="off"
        value={now.formula}
        onChange={(event) => {
          cell.type(join(event.target.value, now.inputs));
        }}
        onKeyDown={cell.onKeyDown}
      />
      {now.formula === '' ? (
        <TemplateButton code={claim.code} name={name} onTake={(formula) => cell.type(join(formula, now.inputs))} />
      ) : null}
      {namesAsked(now).map((factor) => (
        <Factor
          key={factor}
          name={factor}
          value={readInputs(now.inputs).get(factor) ?? ''}
          onType={(value) => cell.type(join(now.formula, withInput(now, factor, value)))}
          onKeyDown={cell.onKeyDown}
        />
      ))}
      <ReckoningLines claim={now} />
      <span role="status" className="field-note error claim-cell-note">
        {cell.wrong}
      </span>
    </fieldset>
  );
}

function Factor(props: {
  readonly name: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly onKeyDown: KeyboardEventHandler<HTMLElement>;
}) {
  return (
    <label className="claim-factor">
      {props.name}
      <input
        className="claim-cell num"
        inputMode="decimal"
        autoComplete="off"
        value={props.value}
        onChange={(event) => {
          props.onType(event.target.value);
        }}
        onKeyDown={props.onKeyDown}
      />
    </label>
  );
}

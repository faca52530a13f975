import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyField } from '#renderer/ui/fields/money-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { type Bound, part } from '#renderer/ui/form/bound.ts';
import { formatYuan } from '#shared/base/money.ts';
import { formulaLimits } from '#shared/domain/formula/formula.ts';
import { readInputs } from '#shared/domain/formula/inputs.ts';
import { useDossierNames } from '../names.ts';
import type { TypedClaim } from '../receive/receive-value.ts';
import { namesAsked, retyped, withInput } from './reckoned.ts';
import { ReckoningLines } from './reckoning-lines.tsx';
import { TemplateButton } from './template-button.tsx';
import './claims.css';

/** The amount of a claim: typed, or what its formula comes to. */
export function AmountFields({ bound }: { readonly bound: Bound<TypedClaim> }) {
  const { t } = useTranslation('claim');
  const { t: say } = useTranslation('dossier');
  const names = useDossierNames();
  const claim = bound.value;
  const setFormula = (formula: string): void => bound.set(retyped(claim, { formula }));
  const formula: Bound<string> = { ...part(bound, 'formula'), set: setFormula };
  return (
    <>
      {claim.formula.trim() === '' ? (
        <MoneyField label={say('claim.amount')} bound={part(bound, 'amountFen')} />
      ) : (
        <output className="claim-amount" aria-label={say('claim.amount')}>
          {claim.amountFen === null ? '' : formatYuan(claim.amountFen)}
        </output>
      )}
      <TextField
        label={t('formula')}
        max={formulaLimits.text}
        bound={formula}
        hint={
          claim.formula === '' ? (
            <TemplateButton code={claim.code} name={names.claim(claim.code ?? '')} onTake={setFormula} />
          ) : undefined
        }
      />
      {claim.formula.trim() === '' ? null : (
        <div className="claim-reckoning">
          {namesAsked(claim).map((name) => (
            <FactorField key={name} name={name} bound={bound} />
          ))}
          <ReckoningLines claim={claim} />
        </div>
      )}
    </>
  );
}

function FactorField({ name, bound }: { readonly name: string; readonly bound: Bound<TypedClaim> }) {
  const id = useId();
  return (
    <span className="claim-factor">
      <label htmlFor={id}>{name}</label>
      <Input
        id={id}
        className="num"
        inputMode="decimal"
        autoComplete="off"
        value={readInputs(bound.value.inputs).get(name) ?? ''}
        onChange={(event) => {
          bound.set(retyped(bound.value, { inputs: withInput(bound.value, name, event.target.value) }));
        }}
      />
    </span>
  );
}

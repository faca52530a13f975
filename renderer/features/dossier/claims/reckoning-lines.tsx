import { reckon } from '#shared/domain/formula/reckon.ts';
import type { Reckoned } from './reckoned.ts';
import { useFaultText } from './reckoned.ts';

/** How the amount of a formula came about, line by line, or where and why it has none. */
export function ReckoningLines({ claim }: { readonly claim: Pick<Reckoned, 'formula' | 'inputs'> }) {
  const faultText = useFaultText();
  if (claim.formula.trim() === '') return null;
  const sum = reckon(claim.formula, claim.inputs);
  if (!sum.ok) {
    return (
      <p className="field-note error">
        <span aria-hidden="true">×</span>
        {faultText(sum.error)}
      </p>
    );
  }
  return (
    <div className="claim-lines">
      {sum.value.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

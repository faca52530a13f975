import type { Fen } from '#shared/base/money.ts';
import { bareClaim, type Claim, claimTypesFor, readClaim } from '../dossier/claim.ts';
import type { DossierSide } from '../dossier/dossier.ts';
import type { Columns } from './column-proposal.ts';
import type { Issues } from './issue.ts';
import { columnOf, type ReadRow, textIn } from './read-row.ts';

type Of = { readonly side: DossierSide; readonly columns: Columns; readonly issues: Issues };

/** What is asked for in words of its own. */
const other = { arb: 'other-claim', lsi: 'm9' } as const;

/** Words offices use for the common claims beside their names. */
const alsoCalled: Readonly<Record<string, string>> = {
  ...{ 劳动报酬: 'wage', 拖欠工资: 'wage', 加班费: 'overtime', 双倍工资: 'no-contract', 二倍工资: 'no-contract' },
  ...{ 经济补偿金: 'severance', 赔偿金: 'unlawful-dismissal', 违法解除劳动合同赔偿金: 'unlawful-dismissal' },
  ...{ 年休假工资: 'annual-leave', 确认劳动关系: 'relationship', 未签订劳动合同二倍工资: 'no-contract' },
};

function typeOf(side: DossierSide, text: string): string | undefined {
  const word = text.normalize('NFKC').replaceAll(/[\s()]/g, '');
  const known = claimTypesFor(side).find(({ code, name }) => name.zh === word || code === word);
  return known?.code ?? (side === 'arb' ? alsoCalled[word] : undefined);
}

function claimsIn(of: Of, row: ReadRow): readonly Claim[] {
  const text = textIn(row, 'claim');
  const said = row.numbers.get('claimAmount');
  // Read as an amount before.
  const amountFen = said === undefined ? null : (said as Fen);
  if (text === '' && amountFen === null) return [];
  const column = columnOf(of.columns, 'claim');
  const parts = text
    .split(/[、;；\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const whole = typeOf(of.side, text);
  const codes = parts.map((part) => typeOf(of.side, part));
  // One amount over several claims says nothing of each.
  const split =
    whole === undefined && parts.length > 1 && amountFen === null && codes.every((code) => code !== undefined);
  if (split) return codes.map((code) => ({ ...bareClaim, code: code ?? other[of.side] }));
  if (whole !== undefined) return [{ ...bareClaim, code: whole, amountFen }];
  of.issues.add({ line: row.line, column, code: 'import.claim-in-words', bad: false });
  return [{ ...bareClaim, code: other[of.side], amountFen, basis: text }];
}

/** The claims or matters the lines of one file name, each once. */
export function readImportClaims(of: Of, rows: readonly ReadRow[]): readonly Claim[] {
  const found = new Map<string, Claim>();
  for (const row of rows) {
    for (const claim of claimsIn(of, row)) {
      const read = readClaim(of.side, claim);
      const column = columnOf(of.columns, 'claim') ?? columnOf(of.columns, 'claimAmount');
      if (!read.ok) of.issues.add({ line: row.line, column, code: read.error.code, bad: true });
      else found.set(`${claim.code}\n${claim.amountFen}\n${claim.basis}`, read.value.claim);
    }
  }
  return [...found.values()];
}

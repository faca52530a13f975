import { findPartner } from '#electron/store/tables/partners.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { RuleSet } from '#shared/domain/deadline/pack.ts';
import { rowDifferences } from '#shared/domain/deadline/pack-file/flat-rows.ts';
import { safeText } from '#shared/domain/party/safe-text.ts';
import { fingerprint } from '#shared/protocol/partner-card.ts';
import type { OpenOffice } from '../context.ts';
import type { StoredPack } from '../deadline/rules-in-force.ts';
import { cardOf } from '../partner/held-card.ts';

/** A file of rules as screens show one. */
type PackView = NonNullable<CallOutput<'pack.check'>['pack']>;

type Signed = Pick<StoredPack, 'office' | 'officeKey'>;

/** Who signed rules, as known here now: this office, a partner whose fingerprint was compared, or anybody. */
export function signerOf(open: OpenOffice, { office, officeKey }: Signed): PackView['signer'] {
  if (officeKey === open.keys.root.publicKey && office === open.office) return 'own';
  const partner = findPartner(open.store.db, office);
  const key = partner?.confirmed === true ? cardOf(partner, open)?.card.officeKey : undefined;
  return key === officeKey ? 'partner' : 'unknown';
}

/** What rules handed out by an office change, and who signed them. */
export function packView(open: OpenOffice, pack: StoredPack, before: RuleSet, after: RuleSet): PackView {
  const { office, officeName, region, made, title, all, elsewhere } = pack;
  const shown = (text: string): string => {
    const safe = safeText(text, { max: 200 });
    return safe.ok ? safe.value.text : '';
  };
  return {
    ...{ office, officeName: shown(officeName), region, made, title: shown(title), rows: all, elsewhere },
    ...{ signer: signerOf(open, pack), fingerprint: fingerprint(pack, open.suite) },
    differences: [...rowDifferences(before.rows, after.rows)],
  };
}

import type { JsonObject } from '#shared/base/canonical-json.ts';
import { auditChain } from '#shared/protocol/chain-id.ts';
import type { OfficeContext } from '../context.ts';
import type { Fact } from '../journal/fact.ts';
import { momentNow } from '../recorded-at.ts';

/** What the audit trail records; nobody can leave one out or change it. */
export const auditActs = [
  'audit.opened',
  'audit.tries',
  'audit.keys',
  'audit.desk-taken',
  'audit.revealed',
  'audit.printed',
  'audit.exported',
  'audit.settings',
  'audit.people',
  'audit.clock',
  'audit.aside',
  'audit.taken-over',
  'audit.claim',
  'audit.orphan',
] as const;

/** One of `auditActs`. */
export type AuditAct = (typeof auditActs)[number];

/**
 * A line for this device's audit chain, to be appended in the transaction of the act it records. `about` is a number or
 * an id, never a name; `reason` is what the person typed and lies in the body. `named` is what the page called the paper,
 * which may be a partner's own words: it lies there too.
 */
export function auditFact(
  context: Pick<OfficeContext, 'open' | 'moment'>,
  act: AuditAct,
  said: { readonly about: string; readonly reason?: string; readonly named?: string; readonly facts?: JsonObject },
): Fact {
  const content = {
    ...(said.reason ? { reason: said.reason } : {}),
    ...(said.named ? { named: said.named } : {}),
  };
  return {
    kind: act,
    chain: auditChain(context.open.device),
    on: momentNow(context.moment),
    facts: { ...said.facts, about: said.about },
    ...(Object.keys(content).length > 0 ? { content } : {}),
  };
}

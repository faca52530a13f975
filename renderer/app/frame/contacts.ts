import type { PartnerContact } from '#renderer/ui/frame/status-bar.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

type Partner = CallOutput<'sync.status'>['partners'][number];

/** After this long (24 hours in ms) without a sign a partner is shown as quiet; it is still no error. */
const quietAfter = 86_400_000;

/** When a partner was last heard, in milliseconds since 1970; null when it never was. */
function heardAt(partner: Partner): number | null {
  const at = partner.lastHeard === null ? Number.NaN : Date.parse(partner.lastHeard);
  return Number.isNaN(at) ? null : at;
}

function stateOf(partner: Partner, now: number): PartnerContact['state'] {
  if (partner.problem !== null) return 'trouble';
  const heard = heardAt(partner);
  if (heard === null) return 'never';
  return now - heard > quietAfter ? 'quiet' : 'heard';
}

/** Partners as the status bar shows them: those heard last come first, those never heard last. */
export function contactsOf(
  partners: readonly Partner[],
  now: number,
  ago: (instant: number | null, now: number) => string,
): readonly PartnerContact[] {
  return partners
    .toSorted((a, b) => (heardAt(b) ?? 0) - (heardAt(a) ?? 0))
    .map((partner) => ({
      id: partner.office,
      name: partner.name,
      state: stateOf(partner, now),
      when: ago(heardAt(partner), now),
    }));
}

import { instantOf } from '#renderer/ui/format/instant-of.ts';
import type { PartnerContact } from '#renderer/ui/frame/status-bar.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

type Partner = CallOutput<'sync.status'>['partners'][number];

/** After this long (24 hours in ms) without a sign a partner is shown as quiet; it is still no error. */
const quietAfter = 86_400_000;

/** The present in milliseconds, and whether this window cannot reach its own backend, which alone reaches partners. */
type Present = { readonly now: number; readonly cut: boolean };

function stateOf(partner: Partner, { now, cut }: Present): PartnerContact['state'] {
  if (cut) return 'never';
  if (partner.problem !== null) return 'trouble';
  const heard = instantOf(partner.lastHeard);
  if (heard === null) return 'never';
  // A folder that is not there now cannot be reached, however lately it could.
  if (partner.reachable === 'no') return 'quiet';
  return now - heard > quietAfter ? 'quiet' : 'heard';
}

/** Partners as the status bar shows them: those heard last come first, those never heard last. */
export function contactsOf(
  partners: readonly Partner[],
  present: Present,
  ago: (instant: number | null, now: number) => string,
): readonly PartnerContact[] {
  return partners
    .toSorted((a, b) => (instantOf(b.lastHeard) ?? 0) - (instantOf(a.lastHeard) ?? 0))
    .map((partner) => ({
      id: partner.office,
      name: partner.name,
      state: stateOf(partner, present),
      when: ago(instantOf(partner.lastHeard), present.now),
    }));
}

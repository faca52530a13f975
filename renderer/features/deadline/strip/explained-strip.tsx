import { useToday } from '#renderer/app/api/use-today.ts';
import { DeadlineStrip } from '#renderer/ui/deadline/deadline-strip.tsx';
import { ExposureLine } from '#renderer/ui/deadline/exposure-line.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

/** A deadline with everything that explains it, open. */
export function ExplainedStrip({ explained }: { readonly explained: CallOutput<'deadline.explain'> }) {
  const today = useToday();
  return (
    <>
      <DeadlineStrip deadline={explained.deadline} today={today} events={explained.events} part={explained.part} open />
      <ExposureLine exposure={explained.exposure} />
    </>
  );
}

import { useToday } from '#renderer/app/api/use-today.ts';
import { DeadlineStrip } from '#renderer/ui/deadline/deadline-strip.tsx';
import { ExposureLine } from '#renderer/ui/deadline/exposure-line.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

/** A deadline with everything that explains it, open. */
export function ExplainedStrip(props: {
  readonly explained: CallOutput<'deadline.explain'>;
  /** Leads to where a wrong event is withdrawn or put right; left out on paper. */
  readonly onWithdraw?: (event: string) => void;
}) {
  const { explained } = props;
  const today = useToday();
  return (
    <>
      <DeadlineStrip
        {...{ deadline: explained.deadline, today, part: explained.part, open: true }}
        {...{ events: explained.events, withdrawn: explained.withdrawn, onWithdraw: props.onWithdraw }}
      />
      <ExposureLine exposure={explained.exposure} />
    </>
  );
}

import type { CallOutput } from '#shared/contract/contract.ts';
import type { WorkKind } from '#shared/contract/work.ts';
import { useAct } from './use-act.ts';
import { useAsk } from './use-ask.ts';

/** How far a long piece of work of one kind is, while it runs, and how it is called off. */
export function useWork(kind: WorkKind): {
  readonly work: CallOutput<'work.list'>[number] | undefined;
  readonly cancel: () => void;
} {
  const works = useAsk('work.list', {}).last ?? [];
  const [cancel] = useAct('work.cancel');
  return {
    work: works.find((one) => one.kind === kind),
    cancel: () => {
      void cancel({ kind });
    },
  };
}

import { useState } from 'react';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { Reply } from '#shared/contract/failure.ts';

/** Carries an act out once at a time and says how it went. */
export function useSaid(): (run: () => Promise<Reply<unknown>>, done: string) => Promise<void> {
  const announce = useAnnounce();
  const text = useFailureText();
  const [running, setRunning] = useState(false);
  return async (run, done) => {
    if (running) return;
    setRunning(true);
    const reply = await run();
    setRunning(false);
    announce(reply.ok ? done : text(reply.failure), reply.ok ? 'polite' : 'assertive');
  };
}

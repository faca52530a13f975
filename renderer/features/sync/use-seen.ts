import { useEffect, useState } from 'react';
import { instantOf } from '#renderer/ui/format/instant-of.ts';
import { useAgo } from '#renderer/ui/format/use-ago.ts';

/** Says how long ago a stored moment was, kept up to date twice a minute. */
export function useSeen(): (at: string | null) => string {
  const ago = useAgo();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(Date.now());
    }, 30_000);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  return (at) => ago(instantOf(at), now);
}

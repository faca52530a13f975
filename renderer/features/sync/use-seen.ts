import { useEffect, useState } from 'react';
import { useAgo } from '#renderer/ui/format/use-ago.ts';

/** A stored moment ('2026-03-17 11:05' of Asia/Shanghai, or an ISO instant) in milliseconds since 1970; null when it is none. */
export function instantOf(at: string | null): number | null {
  if (at === null) return null;
  const local = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(at) ? `${at.replace(' ', 'T')}:00+08:00` : at;
  const instant = Date.parse(local);
  return Number.isNaN(instant) ? null : instant;
}

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

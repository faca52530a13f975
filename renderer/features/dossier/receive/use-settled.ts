import { useEffect, useState } from 'react';

/** A text as it was when it last stood still for `ms` milliseconds, so that not every key pressed asks the backend. */
export function useSettled(text: string, ms: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), ms);
    return () => window.clearTimeout(timer);
  }, [text, ms]);
  return settled;
}

import { useState } from 'react';
import { type LocalDate, parseLocalDate, shanghaiDate } from '#shared/base/local-date.ts';
import { useAsk } from './use-ask.ts';

/** Today in Asia/Shanghai as the backend says it; this machine's own date only until it has answered. */
export function useToday(): LocalDate {
  const status = useAsk('session.status', {}).last;
  const [begun] = useState(() => shanghaiDate(Date.now()));
  return parseLocalDate(status?.today ?? '') ?? begun;
}

import { useState } from 'react';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { type LocalDate, parseLocalDate, shanghaiDate } from '#shared/base/local-date.ts';

/** Today as the backend says it; the screen's own date only until it has answered. */
export function useToday(): LocalDate {
  const status = useAsk('session.status', {}).last;
  const [own] = useState(() => shanghaiDate(Date.now()));
  return parseLocalDate(status?.today ?? '') ?? own;
}

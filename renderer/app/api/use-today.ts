import { useState } from 'react';
import { type LocalDate, later, parseLocalDate, shanghaiDate } from '#shared/base/local-date.ts';
import { useAsk } from './use-ask.ts';

/**
 * Today in Asia/Shanghai as the backend counts it: the day of the newest recording while the machine's clock is behind
 * that, so that forms take the days the backend takes. This machine's own date only until it has answered.
 */
export function useToday(): LocalDate {
  const status = useAsk('session.status', {}).last;
  const [begun] = useState(() => shanghaiDate(Date.now()));
  const today = parseLocalDate(status?.today ?? '') ?? begun;
  return later(today, parseLocalDate(status?.newest ?? '') ?? today);
}

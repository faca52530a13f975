import { useEffect, useRef, useState } from 'react';
import { client } from '#renderer/app/api/client.ts';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failure.ts';

/** How a table would be taken in. */
export type Setting = Omit<CallInput<'import.check'>, 'offset' | 'limit' | 'badOnly'>;

/** One page of what was found. */
export type Checked = CallOutput<'import.check'> & { readonly offset: number; readonly badOnly: boolean };

/** Lines shown at once. */
export const pageLines = 50;

/** Checks a table when it is asked to, and forgets the answer as soon as the table is to be taken in otherwise. */
export function useCheck(setting: Setting | undefined) {
  const [checked, setChecked] = useState<Checked>();
  const [failure, setFailure] = useState<Failure>();
  const [running, setRunning] = useState(false);
  const key = JSON.stringify(setting);
  const current = useRef(key);
  useEffect(() => {
    current.current = key;
    setChecked(undefined);
    setFailure(undefined);
  }, [key]);
  const check = async (offset: number, badOnly: boolean): Promise<void> => {
    if (setting === undefined) return;
    setRunning(true);
    const reply = await client().call('import.check', { ...setting, offset, limit: pageLines, badOnly });
    setRunning(false);
    if (current.current !== key) return;
    setFailure(reply.ok ? undefined : reply.failure);
    if (reply.ok) setChecked({ ...reply.value, offset, badOnly });
  };
  return {
    ...{ checked, failure, running },
    check: (offset = 0, badOnly = false) => void check(offset, badOnly),
    forget: () => setChecked(undefined),
  };
}

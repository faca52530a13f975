import { useEffect, useRef } from 'react';

/** Puts the focus into the first field of the form it stands in, once: a sheet has been opened for this form. */
export function FocusFirst() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    mark.current?.closest('form')?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);
  return <span ref={mark} hidden />;
}

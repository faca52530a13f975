import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type Announce = (text: string, urgency?: 'polite' | 'assertive') => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Two regions screen readers listen to; what is announced replaces what was there. */
export function LiveRegion(props: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  const announce = useCallback<Announce>((text, urgency = 'polite') => {
    // The same text twice would not be spoken again; a trailing no-break space makes it differ.
    const put = urgency === 'assertive' ? setAssertive : setPolite;
    put((before) => (before === text && text !== '' ? `${text}\u00a0` : text));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {props.children}
      <div className="spoken" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="spoken" role="alert" aria-live="assertive">
        {assertive}
      </div>
    </AnnounceContext>
  );
}

/** Speaks a sentence to screen readers: 'polite' when they pause, 'assertive' for a deadline alert or a refusal. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

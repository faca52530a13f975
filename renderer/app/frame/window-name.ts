import { useEffect, useState } from 'react';

const listKey = 'xieban.windows';
const ownKey = 'xieban.window';
const mostNames = 12;
/** Milliseconds a reloaded page waits for the page before it to let its name go. */
const patience = 1500;

/** The two desks of the sample have data of their own under one address. */
const desk = (): string => window.location.pathname.split('/')[1] ?? '';

function readNames(): readonly string[] {
  try {
    const held: unknown = JSON.parse(window.localStorage.getItem(`${listKey}.${desk()}`) ?? '[]');
    return Array.isArray(held) ? held.filter((name): name is string => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

function keepName(name: string): void {
  try {
    window.sessionStorage.setItem(`${ownKey}.${desk()}`, name);
    const names = readNames();
    if (names.includes(name)) return;
    window.localStorage.setItem(`${listKey}.${desk()}`, JSON.stringify([...names, name].slice(-mostNames)));
  } catch {
    // A forbidden storage: the window is a new one after a restart, and nothing else is lost.
  }
}

/** Takes a name for as long as the page lives; false when another window has it. */
function take(name: string, wait: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const options: LockOptions = wait ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
    const held = navigator.locks.request(`xieban-window-${desk()}-${name}`, options, (lock) => {
      resolve(lock !== null);
      // Held until the page is gone: the browser lets it go then.
      return lock === null ? undefined : new Promise<void>(() => {});
    });
    held.catch(() => {
      resolve(false);
    });
  });
}

async function findName(): Promise<string> {
  const own = window.sessionStorage.getItem(`${ownKey}.${desk()}`);
  if (own !== null && (await take(own, true))) return own;
  for (const name of readNames()) if (name !== own && (await take(name, false))) return name;
  const fresh = crypto.randomUUID();
  await take(fresh, false);
  return fresh;
}

let found: Promise<string> | undefined;

function windowName(): Promise<string> {
  found ??= findName().then((name) => {
    keepName(name);
    return name;
  });
  return found;
}

/**
 * The name of this window: a random one, kept through a reload, and taken over after a restart from a window that is
 * there no more, so that each window finds again what it had open. Undefined until it is known.
 */
export function useWindowName(): string | undefined {
  const [name, setName] = useState<string>();
  useEffect(() => {
    let here = true;
    void windowName().then((known) => {
      if (here) setName(known);
    });
    return () => {
      here = false;
    };
  }, []);
  return name;
}

import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Pixels scrolled, by the step of the history a page stands at, and by page for whoever comes back another way. */
const bySteps = new Map<string, number>();
const byPage = new Map<string, number>();

/** Milliseconds a page is given to grow as long as it was when it was left. */
const patience = 2000;

const pageElement = (): HTMLElement | null => document.getElementById('page');

/**
 * The step of the history, which stays the same when its address is replaced and comes back with Back. A browser that does
 * not name its steps has those of the router, of which replacing makes another one.
 */
function stepKey(ofRouter: string): string {
  return 'navigation' in window ? (window.navigation.currentEntry?.key ?? '') : ofRouter;
}

/** Section and thing: the tabs and forms of one file are one page. */
const pageOf = (pathname: string): string => pathname.split('/').slice(0, 3).join('/');

/** Scrolls to a place as soon as the page is long enough; the person's own wheel or key ends it. */
function comeBackTo(element: HTMLElement, top: number, done: () => void): () => void {
  const timer = window.setTimeout(() => stop(), patience);
  const observer = new MutationObserver(() => reach());
  const stop = (): void => {
    window.clearTimeout(timer);
    observer.disconnect();
    for (const name of ['wheel', 'keydown', 'pointerdown'] as const) element.removeEventListener(name, stop);
    done();
  };
  const reach = (): void => {
    element.scrollTop = top;
    if (Math.abs(element.scrollTop - top) <= 1) stop();
  };
  observer.observe(element, { childList: true, subtree: true });
  for (const name of ['wheel', 'keydown', 'pointerdown'] as const) element.addEventListener(name, stop);
  reach();
  return stop;
}

/**
 * Keeps how far each page was scrolled: Back and Forward, and the strip of open files, lead to the very place; a page that
 * was not seen yet begins at its top.
 */
export function usePageScroll(): void {
  const { pathname, key } = useLocation();
  const page = pageOf(pathname);
  const step = stepKey(key);
  const busy = useRef(false);
  const shown = useRef('');
  const latestKey = useRef(key);
  useLayoutEffect(() => {
    latestKey.current = key;
  }, [key]);
  useEffect(() => {
    const element = pageElement();
    if (element === null) return undefined;
    const note = (): void => {
      if (busy.current) return;
      bySteps.set(stepKey(latestKey.current), element.scrollTop);
      byPage.set(shown.current, element.scrollTop);
    };
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      element.removeEventListener('scroll', note);
    };
  }, []);
  useLayoutEffect(() => {
    const element = pageElement();
    const before = bySteps.get(step);
    const moved = shown.current !== page;
    shown.current = page;
    if (element === null || (!moved && before === undefined)) return undefined;
    busy.current = true;
    return comeBackTo(element, before ?? byPage.get(page) ?? 0, () => {
      busy.current = false;
    });
  }, [page, step]);
}

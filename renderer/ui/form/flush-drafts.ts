const name = 'xieban-flush-drafts';

/** Lets every form save the draft that could not be saved before: the place it is kept in can be reached again. */
export function flushDrafts(): void {
  window.dispatchEvent(new Event(name));
}

/** Runs `flush` whenever drafts should be saved; the answer stops that. */
export function onFlushDrafts(flush: () => void): () => void {
  window.addEventListener(name, flush);
  return () => {
    window.removeEventListener(name, flush);
  };
}

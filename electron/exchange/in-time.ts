/** How many places may keep us waiting at once: each holds a thread, and the machine gives four for all file work. */
const mostLate = 3;

/** Places where something was begun that did not end in its time, with how many such things there are. */
const late = new Map<string, number>();

function timedOut(): Error {
  return Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
}

function count(place: string, by: 1 | -1): void {
  const left = (late.get(place) ?? 0) + by;
  if (left > 0) late.set(place, left);
  else late.delete(place);
}

/**
 * Carries out file work on a place that may hang, such as a share whose server is gone: the answer comes within `ms`
 * milliseconds, otherwise it fails like a time-out of the system. What was begun cannot be called back, so nothing more is
 * begun there until it ends: asked again meanwhile, the answer is the same at once.
 */
export function inTime<T>(place: string, ms: number, work: () => Promise<T>): Promise<T> {
  if (late.has(place) || late.size >= mostLate) return Promise.reject(timedOut());
  return new Promise((resolve, reject) => {
    let over = false;
    const timer = setTimeout(() => {
      over = true;
      count(place, 1);
      reject(timedOut());
    }, ms);
    const settle = (answer: () => void): void => {
      clearTimeout(timer);
      if (over) count(place, -1);
      else answer();
    };
    work().then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    );
  });
}

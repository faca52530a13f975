import type { Page } from 'playwright-core';

/** Where rows are and what tells that they are all there, as CSS selectors. */
export type Rows = {
  /** One row. */
  readonly row: string;
  /** A row whose text is still to come. */
  readonly waiting: string;
};

type Watched = { readonly painted: Promise<number> };

/**
 * Milliseconds from the next event of `type` to the frame that shows what it brought: other rows are shown or
 * another one is selected, and none of them still waits for its text.
 */
async function watchNext(page: Page, type: 'wheel' | 'keydown', rows: Rows): Promise<Watched> {
  const clock = await page.evaluateHandle(
    ({ type, row, waiting }) => {
      const shown = (): string =>
        [...document.querySelectorAll(row)].map((one) => `${one.textContent} ${one.ariaSelected}`).join('\n');
      const before = shown();
      const painted = new Promise<number>((resolve) => {
        const begin = ({ timeStamp }: Event): void => {
          const look = (): void => {
            if (document.querySelector(waiting) !== null || shown() === before) {
              requestAnimationFrame(look);
              return;
            }
            // A message comes after the frame it was sent in has been painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - timeStamp);
            port2.postMessage(0);
          };
          requestAnimationFrame(look);
        };
        window.addEventListener(type, begin, { once: true, capture: true, passive: true });
      });
      return { painted };
    },
    { type, ...rows },
  );
  return { painted: page.evaluate(({ painted }) => painted, clock) };
}

/** How long one act of a person takes until it is seen, in milliseconds. */
export async function untilPainted(
  page: Page,
  type: 'wheel' | 'keydown',
  rows: Rows,
  act: () => Promise<void>,
): Promise<number> {
  const { painted } = await watchNext(page, type, rows);
  await act();
  return painted;
}

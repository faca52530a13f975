import type { WebContents } from 'electron';
import { type Desk, parseDesk } from '#shared/contract/desk.ts';
import { ownPath } from './address.ts';

/** The part of a page's contents that is closed down. */
export type ContentsParts = Pick<WebContents, 'setWindowOpenHandler' | 'on'>;

/** Whether an address is exactly the first page of a desk. */
export function deskAsked(address: string): Desk | undefined {
  const match = /^\/([a-z]+)\/$/.exec(ownPath(address) ?? '');
  return parseDesk(match?.[1]);
}

/**
 * Closes a page down: it opens no window, attaches no webview and goes nowhere. A link to a desk's first page is the one
 * wish that is heard, and it is the shell that opens that desk's window, with its own options.
 */
export function guardContents(contents: ContentsParts, openDesk: (desk: Desk) => void): void {
  const hear = (address: string): void => {
    const desk = deskAsked(address);
    if (desk !== undefined) openDesk(desk);
  };
  contents.setWindowOpenHandler(({ url }) => {
    hear(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    event.preventDefault();
    hear(event.url);
  });
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

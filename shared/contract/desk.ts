/** The desks one machine may show: the office's own, and in the sample the partner office beside it. */
export const desks = ['own', 'partner'] as const;

/** One of `desks`; also the first part of the address of its pages. */
export type Desk = (typeof desks)[number];

/** Reads a desk name exactly; undefined for anything else. */
export function parseDesk(text: unknown): Desk | undefined {
  return desks.find((desk) => desk === text);
}

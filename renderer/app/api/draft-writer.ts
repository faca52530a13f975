/** Names this window as the writer of its drafts. Made anew with every load of the page: two windows never share one. */
export const draftWriter: string = crypto.randomUUID();

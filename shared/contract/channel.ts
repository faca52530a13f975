/** Electron channel of calls: one request, one reply. */
export const invokeChannel = 'xieban:invoke';
/** Electron channel of change announcements. */
export const changedChannel = 'xieban:changed';

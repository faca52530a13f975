import { configureStore } from '@reduxjs/toolkit';
import { flushDrafts } from '#renderer/ui/form/flush-drafts.ts';
import { topics } from '#shared/contract/topics.ts';
import { api, staleTopics } from './api/api.ts';
import { client, connection } from './api/client.ts';
import { keepLooking } from './api/connection.ts';
import { saveUnsaved } from './api/window-drafts.ts';

/** The state of the screens: the query cache. What a page alone needs stays in the page. */
export function makeStore() {
  const store = configureStore({
    reducer: { [api.reducerPath]: api.reducer },
    middleware: (defaults) =>
      // Answers may hold bytes of a file; they are plain data all the same.
      defaults({ serializableCheck: false, immutableCheck: false }).concat(api.middleware),
  });
  client().onChanged((change) => {
    store.dispatch(staleTopics(change.topics));
  });
  connection.subscribe(() => {
    if (connection.state() !== 'up') return;
    // What was announced meanwhile is lost, and drafts typed meanwhile are only in this window.
    store.dispatch(staleTopics(topics));
    void saveUnsaved();
    flushDrafts();
  });
  keepLooking(connection, async () => void (await client().call('session.status', {})), {
    after: (ms, run) => {
      window.setTimeout(run, ms);
    },
  });
  return store;
}

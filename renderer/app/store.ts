import { configureStore } from '@reduxjs/toolkit';
import { api, staleTopics } from './api/api.ts';
import { client } from './api/client.ts';

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
  return store;
}

import { useEffect, useState } from 'react';
import type { ReadingKind } from '#shared/reading/kind.ts';
import { openPreview, type PreviewReader } from './open-preview.ts';
import type { PreviewAnswer } from './preview-message.ts';

/** A file in its own worker: `opened` is undefined while it is read. */
export type OpenedPreview = { readonly reader: PreviewReader; readonly opened: PreviewAnswer };

/** Reads a file in a worker that lives as long as the file is looked at. */
export function usePreview(file: Blob, kind: ReadingKind): OpenedPreview | undefined {
  const [state, setState] = useState<OpenedPreview>();
  useEffect(() => {
    const reader = openPreview();
    let looking = true;
    const read = async (): Promise<void> => {
      const bytes = await file.arrayBuffer();
      const opened = await reader.ask({ what: 'open', kind, bytes, mime: file.type });
      if (looking) setState({ reader, opened });
    };
    void read();
    return () => {
      looking = false;
      reader.close();
      setState(undefined);
    };
  }, [file, kind]);
  return state;
}

import { useState } from 'react';
import { useAct } from '#renderer/app/api/use-act.ts';
import type { Failure } from '#shared/contract/failure.ts';

/** What an act on something set aside came to. */
export type AsideNews =
  | { readonly type: 'taken' }
  | { readonly type: 'still'; readonly code: string }
  | { readonly type: 'saved'; readonly fileName: string }
  | { readonly type: 'failed'; readonly failure: Failure };

function saveFile(name: string, parts: readonly Uint8Array[]): void {
  const blob = new Blob(
    parts.map((part) => Uint8Array.from(part)),
    { type: 'application/octet-stream' },
  );
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  window.setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** The acts on what was set aside: its bytes as a file, and reading it once more. */
export function useAside() {
  const [give] = useAct('quarantine.export');
  const [retry] = useAct('quarantine.again');
  const [news, setNews] = useState<AsideNews>();
  const save = async (id: string): Promise<void> => {
    setNews(undefined);
    const parts: Uint8Array[] = [];
    for (let offset = 0; ; ) {
      const reply = await give({ id, offset });
      if (!reply.ok) return setNews({ type: 'failed', failure: reply.failure });
      const { bytes, size, fileName } = reply.value;
      parts.push(bytes);
      offset += bytes.length;
      if (offset < size && bytes.length > 0) continue;
      saveFile(fileName, parts);
      return setNews({ type: 'saved', fileName });
    }
  };
  const again = async (id: string): Promise<void> => {
    setNews(undefined);
    const reply = await retry({ id });
    if (!reply.ok) return setNews({ type: 'failed', failure: reply.failure });
    setNews(reply.value.taken ? { type: 'taken' } : { type: 'still', code: reply.value.code });
  };
  return {
    news,
    save: (id: string): void => void save(id),
    again: (id: string): void => void again(id),
  };
}

import { useState } from 'react';
import { safeFileName } from '#renderer/ui/files/safe-file-name.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { readWholeFile } from './read-whole-file.ts';

/** What has to be known of a file to read it. */
export type Readable = {
  readonly manifest: string;
  readonly name: string;
  readonly size: number;
  readonly mime: string;
};

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = safeFileName(name);
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Reads a file and saves or shows it; says how far it is, and why not. */
export function useOpened(file: Readable) {
  const failureText = useFailureText();
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [shown, setShown] = useState<Blob>();
  const read = async (handOver: (blob: Blob) => void): Promise<void> => {
    setProblem(undefined);
    setProgress(0);
    const reply = await readWholeFile(file.manifest, file.size, file.mime, { read: setProgress });
    setProgress(undefined);
    if (reply.ok) handOver(reply.value);
    else setProblem(failureText(reply.failure));
  };
  return {
    ...{ progress, problem, shown },
    save: () => read((blob) => save(blob, file.name)),
    show: () => read(setShown),
    hide: () => setShown(undefined),
  };
}

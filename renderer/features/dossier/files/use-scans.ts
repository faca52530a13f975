import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/api/client.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import type { FileSource } from '#renderer/app/api/use-intake.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';

/** A file of the scanner's folder. */
export type Scan = CallOutput<'scanner.list'>['scans'][number];

/** Milliseconds between two looks into the folder: the machine says nothing of files that come over a network. */
const lookEvery = 3_000;

const keyOf = ({ name, size, changed }: Scan): string => `${name} ${size} ${changed}`;

/** What lies in the scanner's folder, looked at while the page is shown; without what was taken from here already. */
export function useScans() {
  const folder = useAsk('scanner.get', {}).last?.folder;
  const list = useAsk('scanner.list', folder === undefined || folder === '' ? undefined : {});
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const { again } = list;
  useEffect(() => {
    if (folder === undefined || folder === '') return undefined;
    const timer = window.setInterval(() => {
      if (!document.hidden) again();
    }, lookEvery);
    return () => {
      window.clearInterval(timer);
    };
  });
  return {
    ...{ folder, failure: list.failure, writing: list.last?.writing ?? 0, more: list.last?.more ?? 0 },
    scans: (list.last?.scans ?? []).filter((scan) => !taken.has(keyOf(scan))),
    took: (scans: readonly Scan[]) => {
      setTaken((before) => new Set([...before, ...scans.map(keyOf)]));
    },
  };
}

/** Reads scans as the page takes in any other file, and moves each aside once it lies on the dossier. */
export function useScanSource(): (scan: Scan) => FileSource {
  const { t } = useTranslation('file');
  const failureText = useFailureText();
  return ({ name, size, changed }) => ({
    ...{ name, size },
    read: async (offset, length) => {
      const reply = await client().call('scanner.read', { name, size, changed, offset, length });
      if (!reply.ok) throw new Error(reply.failure.code);
      return reply.value.bytes;
    },
    attached: async () => {
      const reply = await client().call('scanner.putAway', { name, size, changed });
      return reply.ok ? t('scan.moved', { to: reply.value.movedTo }) : failureText(reply.failure);
    },
  });
}

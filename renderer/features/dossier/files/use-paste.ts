import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The moment in Asia/Shanghai as it stands in a file name, '2026-03-17 093005'. */
function momentName(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '');
}

/** Takes in what is pasted while the documents are on screen: copied files, or a picture, which is named by the moment. */
export function usePaste(take: (files: readonly File[]) => void): void {
  const { t } = useTranslation('file');
  const latest = useRef({ take, t });
  latest.current = { take, t };
  useEffect(() => {
    const pasted = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      // Browsers name every copied picture 'image.png'.
      const moment = momentName(Date.now());
      const named = files.map((file) =>
        file.name === 'image.png'
          ? new File([file], latest.current.t('taken.pasted', { moment }), { type: file.type })
          : file,
      );
      latest.current.take(named);
    };
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, []);
}

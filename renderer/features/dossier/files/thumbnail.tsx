import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadThumbnail } from './load-thumbnail.ts';
import { shownAs } from './open-buttons.tsx';
import type { Readable } from './use-opened.ts';

/** The small picture of a document, or the name of its kind where it has none. */
export function Thumbnail({ file }: { readonly file: Readable }) {
  const { t } = useTranslation('file');
  const [url, setUrl] = useState<string>();
  const { manifest, name, size, mime } = file;
  const kind = shownAs(file);
  const drawn = kind === 'picture' || kind === 'pdf';
  useEffect(() => {
    if (!drawn) return undefined;
    let made: string | undefined;
    let wanted = true;
    const load = async (): Promise<void> => {
      const picture = await loadThumbnail({ manifest, name, size, mime }, () => wanted);
      if (!wanted || picture === undefined) return;
      made = URL.createObjectURL(picture);
      setUrl(made);
    };
    void load();
    return () => {
      wanted = false;
      if (made !== undefined) URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [drawn, manifest, name, size, mime]);
  if (url !== undefined) return <img className="file-thumbnail" src={url} alt="" />;
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? '';
  return (
    <span className="file-thumbnail file-kind small" role="img" aria-label={t('thumbnail.none', { name })}>
      {ending}
    </span>
  );
}

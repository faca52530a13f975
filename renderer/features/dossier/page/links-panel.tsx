import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { dossierIdField } from '#shared/contract/fields.ts';
import { linkName, ofSeparation } from '#shared/domain/dossier/links.ts';
import type { Shown, View } from './dossier-page.tsx';
import { useActAddress } from './use-act-address.ts';

type Link = View['links'][number];

/** The files that belong together with this one, each leading there. */
export function LinksPanel({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const { open } = useActAddress();
  return (
    <Panel
      title={t('link.title')}
      side={
        <button type="button" className="text-button" onClick={() => open('dossier.link')}>
          {t('link.open')}
        </button>
      }
      padded
    >
      {view.links.length === 0 ? (
        <p className="soft">{t('link.none')}</p>
      ) : (
        <ul>
          {view.links.map((link) => (
            <LinkRow key={`${link.id} ${link.link}`} id={id} link={link} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function LinkRow({ id, link }: Pick<Shown, 'id'> & { readonly link: Link }) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const announce = useAnnounce();
  const failureText = useFailureText();
  const [unlink] = useAct('dossier.unlink');
  const [running, setRunning] = useState(false);
  const remove = async (): Promise<void> => {
    const other = dossierIdField.safeParse(link.id);
    if (!other.success || running) return;
    setRunning(true);
    const reply = await unlink({ dossier: id, other: other.data });
    setRunning(false);
    announce(reply.ok ? t('link.removed') : failureText(reply.failure), reply.ok ? 'polite' : 'assertive');
  };
  return (
    <li className="link-row">
      <span>
        <span className="soft">{bilingual(linkName(link.link))}</span>{' '}
        <a href={addresses.dossier(link.id)} className="unbroken">
          {link.number}
        </a>{' '}
        <span className="small soft">{link.title}</span>
      </span>
      {ofSeparation(link.link) ? null : (
        <button
          type="button"
          className="text-button"
          aria-label={t('link.removeOf', { number: link.number })}
          onClick={() => void remove()}
        >
          {t('link.remove')}
        </button>
      )}
    </li>
  );
}

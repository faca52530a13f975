import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { Panel } from '#renderer/ui/page/page.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { HonestWord, type HonestWordCode } from '#renderer/ui/status/honest-word.tsx';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import type { Shown, View } from '../page/dossier-page.tsx';

const words: ReadonlySet<string> = new Set(['local', 'sent', 'receipted', 'opened'] satisfies HonestWordCode[]);
const isWord = (word: string): word is HonestWordCode => words.has(word);

/** The requests of the file; a new one begins at the head of the page. */
export function RequestsPanel({ view }: Pick<Shown, 'view'>) {
  const { t } = useTranslation('dossier');
  return (
    <Panel title={t('tab.requests')}>
      {view.requests.length === 0 ? (
        <p className="panel-body soft">{t(view.may.includes('request') ? 'request.none' : 'request.noneClosed')}</p>
      ) : null}
      {view.requests.map((request) => (
        <RequestLine key={request.id} request={request} />
      ))}
    </Panel>
  );
}

function RequestLine({ request }: { readonly request: View['requests'][number] }) {
  const { t, i18n } = useTranslation('kinds');
  const bilingual = useBilingual();
  const kind = requestKind(request.kind);
  const known = i18n.exists(`state.${request.state}`, { ns: 'kinds' });
  return (
    <div className="panel-row file-request">
      <Badge tone="violet">{request.partner}</Badge>
      <a href={addresses.request(request.id)}>
        {kind === undefined ? request.kind : bilingual(kind.name)} {request.number}
      </a>
      <span className="soft">{known ? t(`state.${request.state}`) : request.state}</span>
      {isWord(request.word) ? <HonestWord word={request.word} /> : null}
    </div>
  );
}

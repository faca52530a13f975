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

/** The requests of a file, each a link to its page. */
export function RequestsTab(shown: Shown) {
  return <RequestsPanel {...shown} />;
}

/** Requests of the file and the way to a new one. */
export function RequestsPanel({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const may = view.may.includes('request');
  return (
    <Panel
      title={t('tab.requests')}
      side={
        may ? (
          <a className="plain-button compact" href={addresses.newRequest(id)}>
            {t('request.new')}
          </a>
        ) : undefined
      }
    >
      {view.requests.length === 0 ? <p className="panel-body soft">{t('request.none')}</p> : null}
      {view.requests.map((request) => (
        <RequestLine key={request.id} request={request} />
      ))}
    </Panel>
  );
}

function RequestLine({ request }: { readonly request: View['requests'][number] }) {
  const { t, i18n } = useTranslation('dossier');
  const bilingual = useBilingual();
  const kind = requestKind(request.kind);
  const state = `request.state.${request.state}`;
  return (
    <div className="panel-row file-request">
      <Badge tone="violet">{request.partner}</Badge>
      <a href={addresses.request(request.id)}>
        {kind === undefined ? request.kind : bilingual(kind.name)} {request.number}
      </a>
      <span className="soft">
        {i18n.exists(state, { ns: 'dossier' }) ? t(`request.state.${request.state}`) : request.state}
      </span>
      {isWord(request.word) ? <HonestWord word={request.word} /> : null}
    </div>
  );
}

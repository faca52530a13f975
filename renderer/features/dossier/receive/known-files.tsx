import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { Badge } from '#renderer/ui/status/badge.tsx';
import type { CallInput, CallOutput } from '#shared/contract/contract.ts';
import { matchWords } from '#shared/domain/party/match-words.ts';
import { statusTones, useDossierNames } from '../names.ts';
import { asShown, type ReceiveValue } from './receive-value.ts';
import { useSettled } from './use-settled.ts';
import './known-files.css';

type Asked = CallInput<'intake.match'>;
type Answer = CallOutput<'intake.match'>;

/** Parties looked up at once; a form with more of them is a collective one, where each stands on files of its own. */
const mostParties = 50;
/** A pause between two keys, milliseconds. */
const pause = 180;

/** What is asked about a form; undefined while it says nothing anybody is recognised by. */
function questionOf({ parties, claims }: ReceiveValue): Asked | undefined {
  const asked = parties.slice(0, mostParties).map((party) => {
    const { type, name, idKind, idNo, uscc, phone } = asShown(party);
    return { type, name, idKind, idNo, uscc, phone };
  });
  if (!asked.some((party) => matchWords(party).length > 0)) return undefined;
  return { parties: asked, claims: claims.flatMap(({ code }) => (code === null ? [] : [code])) };
}

/** Files on which the worker, employer and claim of a receipt stand already: open one, or go on. Nothing is held up. */
export function KnownFiles({ value }: { readonly value: ReceiveValue }) {
  const { t } = useTranslation('intake');
  const settled = useSettled(JSON.stringify(questionOf(value) ?? null), pause);
  // Written from the question just above.
  const question = JSON.parse(settled) as Asked | null;
  const { last } = useAsk('intake.match', question ?? undefined);
  const files = question === null ? [] : (last?.files ?? []);
  return (
    <section className="known-files" aria-live="polite" aria-label={t('title')}>
      {files.length === 0 ? null : (
        <>
          <h3>{t('title')}</h3>
          <p className="soft small">{t('what')}</p>
          <ul>
            {files.map((file) => (
              <KnownFile key={file.dossier} file={file} value={value} />
            ))}
          </ul>
          <Counts counts={last?.counts ?? []} value={value} />
        </>
      )}
    </section>
  );
}

function KnownFile({ file, value }: { readonly file: Answer['files'][number]; readonly value: ReceiveValue }) {
  const { t } = useTranslation('intake');
  const names = useDossierNames();
  const same = file.matched.flatMap(({ party, by }) => {
    const typed = value.parties[party];
    return typed === undefined ? [] : [t(`by.${by}`, { role: names.role(typed.role) })];
  });
  return (
    <li>
      <a href={addresses.dossier(file.dossier)}>{file.number}</a>
      <Badge tone={statusTones[file.status]}>{names.status(file.side, file.status)}</Badge>
      <span>{file.title}</span>
      <span className="soft">{names.cause(file.cause)}</span>
      <span className="soft">{file.receivedOn.slice(0, 10)}</span>
      {file.handler === '' ? null : <span className="soft">{file.handler}</span>}
      <span>{same.join(t('and'))}</span>
      {file.claims.length === 0 ? null : (
        <strong>{t('sameClaims', { names: file.claims.map(names.claim).join(t('and')) })}</strong>
      )}
    </li>
  );
}

/** On how many files a party stands, where that is more than the list shows. */
function Counts({ counts, value }: { readonly counts: readonly number[]; readonly value: ReceiveValue }) {
  const { t } = useTranslation('intake');
  return counts.map((n, party) => {
    const name = value.parties[party]?.name ?? '';
    if (n <= 6 || name === '') return null;
    return (
      <p key={`${party}${name}`} className="soft small">
        {t(n >= 1000 ? 'countMost' : 'count', { name, n })}
      </p>
    );
  });
}

import { useTranslation } from 'react-i18next';
import { Panel } from '#renderer/ui/page/page.tsx';
import type { Tone } from '#renderer/ui/state/notice.tsx';
import { Badge } from '#renderer/ui/status/badge.tsx';
import { useRequestNames } from '../names.ts';
import type { RequestView } from './view.ts';

const tones: Readonly<Record<string, Tone>> = {
  done: 'green',
  partly: 'amber',
  unable: 'amber',
  'not-in-power': 'amber',
};

/** 委托事项 with what came of each. */
export function ItemPanel({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const { commission } = view;
  if (commission === null) return null;
  return (
    <Panel
      title={t('items.title')}
      side={<span className="soft small">{t('items.count', { n: commission.items.length })}</span>}
    >
      {commission.items.map((item, index) => (
        <ItemRow key={item.id} view={view} index={index} />
      ))}
    </Panel>
  );
}

function ItemRow({ view, index }: { readonly view: RequestView; readonly index: number }) {
  const { t } = useTranslation('request');
  const { t: kinds } = useTranslation('kinds');
  const names = useRequestNames();
  const item = view.commission?.items[index];
  if (item === undefined) return null;
  const outcome = view.state.items.find((one) => one.id === item.id)?.outcome ?? null;
  const said = view.reply?.items.find((one) => one.item === item.id);
  return (
    <div className="item-row">
      <div className="board-line">
        <h3>
          {index + 1}. {names.itemKind(view.row.kind, item.kind)} {item.object.name}
        </h3>
        {outcome === null ? (
          <Badge tone="plain">{t('items.open')}</Badge>
        ) : (
          <Badge tone={tones[outcome] ?? 'plain'}>{kinds(`outcome.${outcome}`)}</Badge>
        )}
      </div>
      <p className="prose soft">{item.questions}</p>
      {said === undefined ? null : (
        <div className="item-reply">
          {said.text === '' ? null : <p className="prose">{said.text}</p>}
          {said.attempts.map((attempt, at) => (
            <p key={`${attempt.on}${at}`} className="small">
              {t('items.attempt', { n: at + 1, on: attempt.on, text: attempt.text })}
            </p>
          ))}
          {said.evidence.map((one, at) => (
            <p key={`${one.name}${at}`} className="small">
              {t('items.evidence', {
                name: one.name,
                form: t(one.original ? 'items.original' : 'items.copy'),
                n: one.pages,
              })}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}

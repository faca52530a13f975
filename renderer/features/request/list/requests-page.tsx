import { useTranslation } from 'react-i18next';
import { addresses } from '#renderer/app/api/addresses.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { SearchField } from '#renderer/ui/fields/search-field.tsx';
import { PageHead } from '#renderer/ui/page/page.tsx';
import { Choices } from '../choices.tsx';
import { type RequestFilter, useRequestFilter } from './list-filter.ts';
import { RequestBoard } from './request-board.tsx';
import { RequestTable } from './request-table.tsx';
import '../request.css';

/** 协助: everything asked of others and of us, by who must act next. */
export function RequestsPage() {
  const { t } = useTranslation('request');
  const [filter, change] = useRequestFilter();
  return (
    <div className="page-fill">
      <PageHead
        title={t('list.title')}
        under={<span>{t('list.under')}</span>}
        acts={
          <a className="plain-button" href={addresses.dossiers}>
            {t('list.new')}
          </a>
        }
      />
      <Filters filter={filter} onChange={change} />
      <div className="grow">
        {filter.view === 'board' ? <RequestBoard filter={filter} /> : <RequestTable filter={filter} />}
      </div>
    </div>
  );
}

function Filters(props: {
  readonly filter: RequestFilter;
  readonly onChange: (change: Partial<RequestFilter>) => void;
}) {
  const { t } = useTranslation('request');
  const { filter, onChange } = props;
  const counts = useAsk('request.list', { direction: filter.direction, text: filter.text, limit: 1 }).last?.counts;
  const actors = (['all', 'us', 'them', 'nobody'] as const).map((value) => ({
    value,
    label: value === 'all' || counts === undefined ? t(`actor.${value}`) : `${t(`actor.${value}`)} ${counts[value]}`,
  }));
  return (
    <div className="request-filters">
      <Choices
        label={t('list.view')}
        value={filter.view}
        choices={(['board', 'list'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(view) => {
          onChange({ view });
        }}
      />
      <Choices
        label={t('list.direction')}
        value={filter.direction}
        choices={(['all', 'out', 'in'] as const).map((value) => ({ value, label: t(`direction.${value}`) }))}
        onChange={(direction) => {
          onChange({ direction });
        }}
      />
      {filter.view === 'list' ? (
        <Choices
          label={t('list.actor')}
          value={filter.actor}
          choices={actors}
          onChange={(actor) => {
            onChange({ actor });
          }}
        />
      ) : null}
      <SearchField
        label={t('list.text')}
        placeholder={t('list.textHint')}
        text={filter.text}
        onText={(text) => {
          onChange({ text });
        }}
      />
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useShortcut } from '#renderer/ui/keys/shortcut-provider.tsx';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { type ListFilter, writeFilter } from './address-filter.ts';
import { FilterNameSheet, type NamedFilter } from './filter-name-sheet.tsx';
import './saved-filters.css';

/** What was done last here and how it is taken back. */
type Undo = { readonly said: string; readonly run: () => Promise<string | undefined> };

const byKey = 9;

/** The same text for the same filter: what it says is written in one order. */
const said = (filter: ListFilter): string => JSON.stringify(writeFilter(filter));

/**
 * The filters of the register the person keeps by name: a press, or Alt+Shift and its number, recalls one. The one that is
 * recalled can be renamed and removed, which can be taken back.
 */
export function SavedFilters(props: { readonly filter: ListFilter; readonly onRecall: (filter: ListFilter) => void }) {
  const { t } = useTranslation('workplace');
  const kept = useAsk('filter.list', {}).last ?? [];
  const [named, setNamed] = useState<'new' | NamedFilter>();
  const [undo, setUndo] = useState<Undo>();
  const current = kept.find((one) => said(one.filter) === said(props.filter));
  const usual = said(props.filter) === '{}';
  return (
    <div className="saved-filters" role="group" aria-label={t('saved.label')}>
      {kept.length === 0 ? null : <span className="soft small">{t('saved.label')}</span>}
      {kept.map((one, place) => (
        <Recall
          key={one.id}
          name={one.name}
          place={place}
          current={one.id === current?.id}
          onRecall={() => props.onRecall(one.filter)}
        />
      ))}
      {current === undefined ? null : (
        <CurrentActs current={current} onRename={() => setNamed(current)} onRemoved={setUndo} />
      )}
      {current !== undefined || usual ? null : (
        <button type="button" className="text-button small" onClick={() => setNamed('new')}>
          {t('saved.save')}
        </button>
      )}
      {undo === undefined ? null : <UndoLine undo={undo} onDone={() => setUndo(undefined)} />}
      <FilterNameSheet
        named={named}
        filter={props.filter}
        onClose={() => setNamed(undefined)}
        onRenamed={(done) => setUndo(done)}
      />
    </div>
  );
}

function Recall(props: {
  readonly name: string;
  readonly place: number;
  readonly current: boolean;
  readonly onRecall: () => void;
}) {
  const { t } = useTranslation('workplace');
  const chord = `Alt+Shift+${props.place + 1}`;
  const keyed = props.place < byKey;
  useShortcut([chord], t('saved.keys'), props.onRecall, keyed);
  return (
    <button
      type="button"
      className="plain-button compact"
      aria-pressed={props.current}
      {...(keyed ? { 'aria-keyshortcuts': chord, title: `${props.name} (${chord})` } : { title: props.name })}
      onClick={props.onRecall}
    >
      <span className="clip">{props.name}</span>
    </button>
  );
}

function CurrentActs(props: {
  readonly current: NamedFilter;
  readonly onRename: () => void;
  readonly onRemoved: (undo: Undo) => void;
}) {
  const { t } = useTranslation('workplace');
  const announce = useAnnounce();
  const failureText = useFailureText();
  const [remove, { running }] = useAct('filter.remove');
  const [save] = useAct('filter.save');
  const { id, name, filter } = props.current;
  const drop = async (): Promise<void> => {
    const reply = await remove({ id });
    if (!reply.ok) {
      announce(failureText(reply.failure), 'assertive');
      return;
    }
    const back = async (): Promise<string | undefined> => {
      const again = await save({ id, name, filter });
      return again.ok ? undefined : failureText(again.failure);
    };
    props.onRemoved({ said: t('saved.removed', { name }), run: back });
  };
  return (
    <>
      <button type="button" className="text-button small" onClick={props.onRename}>
        {t('saved.rename')}
      </button>
      <button type="button" className="text-button small" disabled={running} onClick={() => void drop()}>
        {t('saved.remove')}
      </button>
    </>
  );
}

function UndoLine(props: { readonly undo: Undo; readonly onDone: () => void }) {
  const { t } = useTranslation('workplace');
  const announce = useAnnounce();
  const run = async (): Promise<void> => {
    const why = await props.undo.run();
    announce(why ?? t('saved.undone'), 'assertive');
    props.onDone();
  };
  useShortcut(['Ctrl+Z'], t('saved.undo'), () => void run());
  return (
    <span className="small soft" role="status">
      {props.undo.said}{' '}
      <button type="button" className="text-button" aria-keyshortcuts="Control+Z" onClick={() => void run()}>
        {t('saved.undo')}
      </button>
    </span>
  );
}

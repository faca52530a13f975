import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useAsk } from '#renderer/app/api/use-ask.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { useKept } from '#renderer/ui/form/use-kept.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import { FactList } from '#renderer/ui/page/fact-list.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import type { Employer } from './employer-page.tsx';
import { ReasonField } from './reason-field.tsx';

/** Records offered for what was typed. */
const offered = 8;

/** Longest text that is searched for. */
const longest = 100;

/** What was typed to find the other record, which was chosen, and why they are one. */
type Merge = { readonly text: string; readonly from: string | null; readonly reason: string };

/** Finds another record of the same employer, shows what would become one, and makes it one. */
export function MergeSheet(props: { readonly view: Employer; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('employer');
  const announce = useAnnounce();
  const [merge] = useAct('employer.merge');
  const drafts = useDraftStore(`employer.merge:${props.view.id}`, t('merge.title', { name: props.view.name }));
  const kept = useKept<Merge>({ text: '', from: null, reason: '' }, props.open ? drafts : undefined);
  const { from, reason } = kept.value;
  const pair = from === null || !props.open ? undefined : { into: props.view.id, from };
  const preview = useAsk('employer.previewMerge', pair);
  const seen = preview.data?.seen;
  return (
    <Confirm
      wide
      open={props.open}
      title={t('merge.title', { name: props.view.name })}
      act={t('merge.act')}
      ready={seen !== undefined}
      onConfirm={async () => {
        if (pair === undefined || seen === undefined) return undefined;
        const reply = await merge({ ...pair, seen, reason });
        if (!reply.ok) {
          preview.again();
          return reply.failure;
        }
        await kept.done();
        announce(t('merge.done'));
        return undefined;
      }}
      onClose={props.onClose}
    >
      <DraftLine draft={kept.draft} alone />
      <p>{t('merge.what')}</p>
      <FindRecord view={props.view} merge={kept.value} onMerge={kept.set} />
      {preview.failure === undefined ? null : (
        <Notice tone="red" role="alert">
          <FailureText failure={preview.failure} />
        </Notice>
      )}
      {preview.data === undefined ? null : <Preview preview={preview.data} />}
      <ReasonField
        label={t('merge.reason')}
        value={reason}
        onChange={(typed) => kept.set({ ...kept.value, reason: typed })}
      />
    </Confirm>
  );
}

function FindRecord(props: {
  readonly view: Employer;
  readonly merge: Merge;
  readonly onMerge: (merge: Merge) => void;
}) {
  const { t } = useTranslation('employer');
  const id = useId();
  const { text, from } = props.merge;
  const asked = text.trim() === '' ? undefined : { filter: { text: text.trim() }, limit: offered + 1 };
  const found = useAsk('employer.list', asked).last?.rows ?? [];
  const rows = text.trim() === '' ? [] : found.filter((row) => row.id !== props.view.id).slice(0, offered);
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('merge.find')}
        </label>
        <input
          id={id}
          className="plain-input"
          maxLength={longest}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('filter.placeholder')}
          value={text}
          onChange={(event) => {
            props.onMerge({ ...props.merge, text: event.target.value, from: null });
          }}
          onKeyDown={(event) => {
            // Enter belongs to the form; while a record is sought it would submit nothing.
            if (event.key === 'Enter' && from === null) event.preventDefault();
          }}
        />
      </div>
      <Found
        name={id}
        rows={rows}
        none={text.trim() !== '' && rows.length === 0}
        chosen={from}
        onChoose={(chosen) => props.onMerge({ ...props.merge, from: chosen })}
      />
    </>
  );
}

function Found(props: {
  readonly name: string;
  readonly rows: CallOutput<'employer.list'>['rows'];
  /** Something was typed and nothing fits. */
  readonly none: boolean;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}) {
  const { t } = useTranslation('employer');
  return (
    <fieldset className="employer-choices">
      <legend className="spoken">{t('merge.choose')}</legend>
      {props.rows.map((row) => (
        <label key={row.id} className="employer-choice">
          <input
            type="radio"
            name={props.name}
            checked={props.chosen === row.id}
            onChange={() => props.onChoose(row.id)}
          />
          <span>
            {row.name === '' ? t('noName') : row.name}{' '}
            <span className="small soft">
              {[row.code, t('merged.files', { n: row.files })].filter((part) => part !== '').join(' · ')}
            </span>
          </span>
        </label>
      ))}
      {props.none ? <p className="soft">{t('merge.none')}</p> : null}
    </fieldset>
  );
}

type Shown = CallOutput<'employer.previewMerge'>;

function Preview({ preview }: { readonly preview: Shown }) {
  const { t } = useTranslation('employer');
  const facts = [
    [t('merge.name'), preview.name],
    [t('merge.files'), String(preview.files)],
    [t('record.names'), preview.names.join('、')],
    [t('record.codes'), preview.codes.join('、')],
  ] as const;
  return (
    <section aria-label={t('merge.preview')}>
      {preview.doubts.map((doubt) => (
        <Notice key={doubt} tone="amber">
          {t(`merge.doubt.${doubt}`, { n: preview.filesOfBoth })}
        </Notice>
      ))}
      <FactList facts={facts} />
    </section>
  );
}

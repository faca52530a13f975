import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useDraftStore } from '#renderer/app/api/use-draft-store.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { DraftLine } from '#renderer/ui/form/draft-line.tsx';
import { useKept } from '#renderer/ui/form/use-kept.ts';
import { useAnnounce } from '#renderer/ui/live-region.tsx';
import type { EntryId } from '#shared/base/ids.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { type LawChange, useChangeTitle } from './change-words.ts';

type Asked = 'confirm' | 'drop' | 'restore';

/** What may be done with a change: another person confirms it, anybody drops it, what it replaced is proposed again. */
export function ChangeActs(props: {
  readonly change: LawChange;
  /** Nobody known here signed the rules it brings: whoever confirms says that he knows. */
  readonly unknownSigner: boolean;
}) {
  const { change } = props;
  const { t } = useTranslation('law');
  const [asked, setAsked] = useState<Asked>();
  const drop = change.mine ? 'withdraw' : 'refuse';
  const open = change.state === 'open';
  if (!open && !change.inForce) return null;
  return (
    <div className="law-acts">
      {open && !change.mine ? (
        <Button type="primary" onClick={() => setAsked('confirm')}>
          {t('act.confirm')}
        </Button>
      ) : null}
      {open ? <Button onClick={() => setAsked('drop')}>{t(`act.${drop}`)}</Button> : null}
      {change.inForce ? <Button onClick={() => setAsked('restore')}>{t('act.restore')}</Button> : null}
      {open && change.mine ? <span className="soft">{t('act.mine')}</span> : null}
      <ActSheet key={asked ?? ''} {...props} asked={asked} onClose={() => setAsked(undefined)} />
    </div>
  );
}

function Reason({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const { t } = useTranslation('law');
  return (
    <label className="law-reason">
      {t('act.reason')}
      <Input.TextArea value={text} maxLength={500} autoSize onChange={(event) => onText(event.target.value)} />
    </label>
  );
}

/** Asks once, says what will happen, takes a reason where one is kept. */
function ActSheet(props: {
  readonly asked: Asked | undefined;
  readonly change: LawChange;
  readonly unknownSigner: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('law');
  const { t: tPack } = useTranslation('pack');
  const { asked, change } = props;
  const [known, setKnown] = useState(false);
  const word = asked === 'drop' ? (change.mine ? 'withdraw' : 'refuse') : (asked ?? 'confirm');
  const place = change.slot.startsWith('calendar/') ? 'calendar' : 'rules';
  const title = useChangeTitle();
  const drafts = useDraftStore(`law.reason:${place}:${change.id}`, t('act.draft', { what: title(change.slot) }));
  const kept = useKept({ reason: '' }, asked === undefined || asked === 'confirm' ? undefined : drafts);
  const { reason } = kept.value;
  const run = useRun(change, reason, known);
  return (
    <Confirm
      open={asked !== undefined}
      title={t(`act.${word}`)}
      act={t(`act.${word}`)}
      danger={word === 'refuse'}
      ready={word !== 'confirm' || !props.unknownSigner || known}
      onClose={props.onClose}
      onConfirm={async () => {
        const reply = await run(asked ?? 'confirm');
        if (!reply.ok) return reply.failure;
        await kept.done();
        return undefined;
      }}
    >
      <DraftLine draft={kept.draft} alone />
      <p>{t(`act.${word}What`)}</p>
      {word === 'confirm' && props.unknownSigner ? (
        <Checkbox checked={known} onChange={(event) => setKnown(event.target.checked)}>
          {tPack('knowUnknown')}
        </Checkbox>
      ) : null}
      {word === 'confirm' ? null : <Reason text={reason} onText={(typed) => kept.set({ reason: typed })} />}
    </Confirm>
  );
}

function useRun(change: LawChange, reason: string, unknownSigner: boolean): (asked: Asked) => Promise<Reply<unknown>> {
  const { t } = useTranslation('law');
  const [confirm] = useAct('law.confirm');
  const [drop] = useAct('law.drop');
  const [restore] = useAct('law.restore');
  const announce = useAnnounce();
  // Handed out by the backend as the id of a proposal.
  const id = change.id as EntryId;
  return async (asked) => {
    if (asked === 'drop') return drop({ id, reason });
    if (asked === 'restore') return restore({ id, reason });
    const reply = await confirm({ id, unknownSigner });
    if (reply.ok) announce(t('act.confirmed', { n: reply.value.moved, count: reply.value.moved }), 'polite');
    return reply;
  };
}

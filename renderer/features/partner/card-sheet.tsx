import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { FactList } from '#renderer/ui/page/fact-list.tsx';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { Failure } from '#shared/contract/failure.ts';
import type { ReadCard } from './add-partner.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { useKindNames } from './kind-names.ts';

const taken: ReadonlySet<ReadCard['card']['relation']> = new Set(['new', 'newer', 'same']);
const tones = {
  new: 'blue',
  same: 'plain',
  newer: 'blue',
  older: 'amber',
  own: 'amber',
  'different-key': 'red',
} as const;

/** What a card says and how it stands to what is known here, before it is taken. Another key is never taken. */
export function CardSheet(props: { readonly read: ReadCard; readonly onClose: () => void }) {
  const { t } = useTranslation('partner');
  const { card, bytes } = props.read;
  const [compared, setCompared] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [add, { running }] = useAct('partner.add');
  const may = taken.has(card.relation);
  const take = async (): Promise<void> => {
    const reply = await add({ bytes, confirmed: compared });
    if (reply.ok) props.onClose();
    else setFailure(reply.failure);
  };
  return (
    <Sheet
      open
      title={t('card.title')}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          {may ? (
            <Button
              type="primary"
              loading={running}
              onClick={() => {
                void take();
              }}
            >
              {t(compared ? 'card.add' : 'card.addUnconfirmed')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="sheet-body">
        <Notice tone={tones[card.relation]}>{t(`relation.${card.relation}`)}</Notice>
        <CardFacts card={card} />
        <Fingerprint text={card.fingerprint} />
        {may ? <Compared value={compared} onChange={setCompared} /> : null}
        {failure === undefined ? null : (
          <Notice tone="red" role="alert">
            <FailureText failure={failure} />
          </Notice>
        )}
      </div>
    </Sheet>
  );
}

/** Whether both sides read the fingerprint to each other. */
function Compared(props: { readonly value: boolean; readonly onChange: (value: boolean) => void }) {
  const { t } = useTranslation('partner');
  return (
    <>
      <Checkbox
        checked={props.value}
        onChange={(event) => {
          props.onChange(event.target.checked);
        }}
      >
        {t('card.compared')}
      </Checkbox>
      <p className="soft small">{t('card.comparedWhy')}</p>
    </>
  );
}

function CardFacts({ card }: { readonly card: ReadCard['card'] }) {
  const { t } = useTranslation('partner');
  const kinds = useKindNames();
  return (
    <FactList
      facts={[
        [t('card.name'), card.name],
        [t('card.office'), card.office],
        [t('card.region'), `${card.regionName} ${card.region}`],
        [t('card.valid'), t('card.validRange', { from: card.validFrom, to: card.validTo })],
        [t('card.kinds'), kinds(card.kinds)],
        [t('card.scope'), card.scope],
      ]}
    />
  );
}

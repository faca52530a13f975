import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Sheet } from '#renderer/ui/dialog/sheet.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import { FailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice } from '#renderer/ui/state/notice.tsx';
import type { Failure } from '#shared/contract/failure.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';
import type { ReadCard } from './add-partner.tsx';
import { Fingerprint } from './fingerprint.tsx';

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
        {may ? (
          <Checkbox
            checked={compared}
            onChange={(event) => {
              setCompared(event.target.checked);
            }}
          >
            {t('card.compared')}
          </Checkbox>
        ) : null}
        {may ? <p className="soft small">{t('card.comparedWhy')}</p> : null}
        {failure === undefined ? null : (
          <Notice tone="red" role="alert">
            <FailureText failure={failure} />
          </Notice>
        )}
      </div>
    </Sheet>
  );
}

function CardFacts({ card }: { readonly card: ReadCard['card'] }) {
  const { t } = useTranslation('partner');
  const bilingual = useBilingual();
  const kinds = card.kinds.map((code) => {
    const kind = requestKind(code);
    return kind === undefined ? code : bilingual(kind.name);
  });
  const facts = [
    [t('card.name'), card.name],
    [t('card.office'), card.office],
    [t('card.region'), `${card.regionName} ${card.region}`],
    [t('card.valid'), t('card.validRange', { from: card.validFrom, to: card.validTo })],
    [t('card.kinds'), kinds.join(' · ')],
    [t('card.scope'), card.scope],
  ] as const;
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

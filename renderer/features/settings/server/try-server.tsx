import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { useFailureText } from '#renderer/ui/state/failure-text.tsx';
import { Notice, type Tone } from '#renderer/ui/state/notice.tsx';
import type { CallOutput } from '#shared/contract/contract.ts';
import { readTyped, type Typed } from './server-typed.ts';

type Tried = CallOutput<'server.try'>;
type Said = { readonly tone: Tone; readonly text: string };

/** Tries the server as it is typed, and says in words what is wrong. Nothing is stored. */
export function TryServer({ now }: { readonly now: () => Typed }) {
  const { t } = useTranslation('server');
  const why = useFailureText();
  const [tryIt, { running }] = useAct('server.try');
  const [said, setSaid] = useState<readonly Said[]>([]);
  const run = async (): Promise<void> => {
    setSaid([]);
    const reply = await tryIt(readTyped(now()));
    if (reply.ok) setSaid(saying(reply.value));
    else setSaid([{ tone: 'amber', text: why(reply.failure) }]);
  };
  const saying = ({ verdict, version, tooOld }: Tried): readonly Said[] => [
    { tone: verdict === 'works' ? 'green' : 'amber', text: t(`verdict.${verdict}`, { version: version ?? '' }) },
    ...(tooOld ? [{ tone: 'amber' as const, text: t('tooOld', { version: version ?? '' }) }] : []),
  ];
  return (
    <>
      <Button
        loading={running}
        onClick={() => {
          void run();
        }}
      >
        {t('try')}
      </Button>
      <div className="server-tried" role="status">
        {said.map(({ tone, text }) => (
          <Notice key={text} tone={tone}>
            {text}
          </Notice>
        ))}
      </div>
    </>
  );
}

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

/** A try of the server as it is typed, with what came of it in words. Nothing is stored. */
export type Trying = { readonly said: readonly Said[]; readonly running: boolean; readonly run: () => void };

/** Tries the server as it is typed now. */
export function useTryServer(now: () => Typed): Trying {
  const { t } = useTranslation('server');
  const why = useFailureText();
  const [tryIt, { running }] = useAct('server.try');
  const [said, setSaid] = useState<readonly Said[]>([]);
  const saying = ({ verdict, version, tooOld }: Tried): readonly Said[] => [
    { tone: verdict === 'works' ? 'green' : 'amber', text: t(`verdict.${verdict}`, { version: version ?? '' }) },
    ...(tooOld ? [{ tone: 'amber' as const, text: t('tooOld', { version: version ?? '' }) }] : []),
  ];
  const run = async (): Promise<void> => {
    setSaid([]);
    const reply = await tryIt(readTyped(now()));
    if (reply.ok) setSaid(saying(reply.value));
    else setSaid([{ tone: 'amber', text: why(reply.failure) }]);
  };
  return { said, running, run: () => void run() };
}

/** The button that tries. */
export function TryButton({ trying }: { readonly trying: Trying }) {
  const { t } = useTranslation('server');
  return (
    <Button loading={trying.running} onClick={trying.run}>
      {t('try')}
    </Button>
  );
}

/** What a try came to, above what can be mended. */
export function TrySaid({ trying }: { readonly trying: Trying }) {
  return (
    <div role="status">
      {trying.said.map(({ tone, text }) => (
        <Notice key={text} tone={tone}>
          {text}
        </Notice>
      ))}
    </div>
  );
}

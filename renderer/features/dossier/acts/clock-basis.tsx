import { useTranslation } from 'react-i18next';
import { ConfidenceMark } from '#renderer/ui/deadline/marks.tsx';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import { clockGround } from '#shared/domain/deadline/grounds.ts';
import { deciders } from '#shared/domain/dossier/deciders.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { DeciderLine } from './decider-line.tsx';

/** The article of the ground chosen, and who decides; then what recording does. */
export function ClockBasis(props: {
  readonly side: DossierSide;
  readonly type: CallInput<'clock.record'>['type'];
  readonly ground: string | null;
}) {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  const { side, type } = props;
  const ground = clockGround(props.ground ?? '');
  return (
    <>
      {ground === undefined ? null : (
        <>
          {t('close.basis', { basis: bilingual(ground.basis) })} <ConfidenceMark confidence={ground.confidence} />
          <br />
        </>
      )}
      {type === 'SUSPEND' || type === 'EXTEND' ? (
        <>
          <DeciderLine decider={deciders[side][type === 'SUSPEND' ? 'suspend' : 'extend']} />
          <br />
        </>
      ) : null}
      {t('clock.effect')}
    </>
  );
}

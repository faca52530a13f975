import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { Confirm } from '#renderer/ui/dialog/confirm.tsx';
import { Panel } from '#renderer/ui/page/page.tsx';
import { ClaimsGrid } from '../claims/claims-grid.tsx';
import { useDossierNames } from '../names.ts';
import type { Shown } from '../page/dossier-page.tsx';
import { useActAddress } from '../page/use-act-address.ts';
import { type Claim, ClaimsTable } from './claims-table.tsx';
import { MemberActs } from './member-acts.tsx';

/** The claims or matters of a file, to be added to, changed and taken off while the file is open. */
export function ClaimsTab({ id, view }: Shown) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const { open } = useActAddress();
  const [remove] = useAct('claim.remove');
  const [leaving, setLeaving] = useState<Claim>();
  const { side } = view.row;
  const may = view.may.includes('amend');
  const acts = (claim: Claim) => (
    <MemberActs
      name={names.claim(claim.code)}
      onAmend={() => open('claim.amend', claim.id)}
      onRemove={() => setLeaving(claim)}
    />
  );
  return (
    <>
      <Panel
        title={t(`claim.title.${side}`)}
        side={
          may ? (
            <button type="button" className="plain-button compact" onClick={() => open('claim.add')}>
              {t(`claim.add.${side}`)}
            </button>
          ) : undefined
        }
      >
        {may ? <ClaimsGrid id={id} view={view} acts={acts} /> : <ClaimsTable view={view} />}
      </Panel>
      <Confirm
        open={leaving !== undefined}
        title={t('claim.removeTitle')}
        act={t('member.remove')}
        onClose={() => setLeaving(undefined)}
        onConfirm={async () => {
          if (leaving === undefined) return undefined;
          const reply = await remove({ dossier: id, claim: leaving.id });
          return reply.ok ? undefined : reply.failure;
        }}
      >
        <p>{t('claim.removeText', { name: names.claim(leaving?.code ?? '') })}</p>
      </Confirm>
    </>
  );
}

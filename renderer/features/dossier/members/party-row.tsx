import { useTranslation } from 'react-i18next';
import { useAct } from '#renderer/app/api/use-act.ts';
import { MaskedValue, type Revealed } from '#renderer/ui/status/masked-value.tsx';
import type { DossierId } from '#shared/base/ids.ts';
import { shownCode } from '#shared/domain/masking/shown-code.ts';
import { useDossierNames, useWarningText } from '../names.ts';
import type { View } from '../page/dossier-page.tsx';
import { MemberActs } from './member-acts.tsx';

/** A party as a file's page knows it. */
export type Party = View['parties'][number];

type Props = {
  readonly id: DossierId;
  readonly party: Party;
  readonly onAmend?: () => void;
  readonly onRemove?: () => void;
};

/** One party with its doubts said beside it. */
export function PartyRow({ id, party, onAmend, onRemove }: Props) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const warningText = useWarningText();
  return (
    <tr>
      <td className="unbroken">{names.role(party.role)}</td>
      <th scope="row" className="file-party">
        {party.name}
        {party.legalRep === '' ? null : (
          <span className="soft small">{t('party.legalRepOf', { name: party.legalRep })}</span>
        )}
      </th>
      <td>
        <Numbers id={id} party={party} />
        {party.warnings.map((warning) => (
          <span key={`${warning.code}${warning.field ?? ''}`} className="field-note warning">
            <span aria-hidden="true">!</span>
            {warningText(warning)}
          </span>
        ))}
      </td>
      <td>
        <Masked id={id} party={party} what="phone" />
      </td>
      <td className="prose">{party.address}</td>
      {onAmend === undefined || onRemove === undefined ? null : (
        <td className="file-member-acts">
          <MemberActs name={party.name} onAmend={onAmend} onRemove={onRemove} />
        </td>
      )}
    </tr>
  );
}

/** A unit's credit code is public; a person's number is masked, also where it was written as a code. */
function Numbers(props: Pick<Props, 'id' | 'party'>) {
  const { t } = useTranslation('dossier');
  const names = useDossierNames();
  const { party } = props;
  if (party.type === 'unit') {
    return party.uscc === '' ? (
      <span className="faint">{t('party.noNumber')}</span>
    ) : (
      <span>{shownCode(party.uscc)}</span>
    );
  }
  return (
    <>
      {party.idKind === 'resident' ? null : <span className="soft">{names.idKind(party.idKind)} </span>}
      <Masked {...props} what="idNo" />
    </>
  );
}

function Masked({ id, party, what }: Pick<Props, 'id' | 'party'> & { readonly what: 'idNo' | 'phone' }) {
  const { t } = useTranslation('dossier');
  const [reveal] = useAct('party.reveal');
  const show = async (reason: string): Promise<Revealed> => {
    const reply = await reveal({ dossier: id, party: party.id, reason });
    return reply.ok ? { ok: true, value: reply.value[what] } : reply;
  };
  return (
    <MaskedValue
      masked={what === 'idNo' ? party.idNoMasked : party.phoneMasked}
      label={t('party.ofWhom', { what: t(`party.${what}`), name: party.name })}
      onReveal={show}
    />
  );
}

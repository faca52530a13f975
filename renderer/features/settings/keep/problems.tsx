import { useTranslation } from 'react-i18next';
import type { CallOutput } from '#shared/contract/contract.ts';

const codes = [
  'gap',
  'chain-broken',
  'device-unknown',
  'signature',
  'device-key',
  'body-differs',
  'id-differs',
  'suite-differs',
  'header-newer',
  'header-shape',
  'header-not-canonical',
  'header-too-large',
] as const;

/** Entries that did not pass: chain, number in it, and what is wrong. A fault without a text shows its code. */
export function Problems(props: { readonly problems: CallOutput<'store.verify'>['problems'] }) {
  const { t } = useTranslation('settings');
  const fault = (code: string): string => {
    const known = codes.find((one) => `verify.${one}` === code);
    return known === undefined ? code : t(`proof.code.${known}`);
  };
  return (
    <div className="settings-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('proof.chain')}</th>
            <th scope="col">{t('proof.seq')}</th>
            <th scope="col">{t('proof.fault')}</th>
          </tr>
        </thead>
        <tbody>
          {props.problems.map((problem) => (
            <tr key={`${problem.chain} ${problem.seq}`}>
              <td className="settings-mono">{problem.chain}</td>
              <td>{problem.seq}</td>
              <td>{fault(problem.code)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

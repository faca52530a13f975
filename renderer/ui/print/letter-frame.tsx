import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OfficeName } from './office-name.tsx';
import { Paper } from './paper.tsx';
import { usePaperDate } from './paper-dates.ts';
import type { SheetFile, SheetHead, SheetPerson } from './sheet-types.ts';

/**
 * An office's name in full, with its region in front. What the name itself begins with of the region ('吴江区…' or
 * '苏州市吴江区…' after '江苏省苏州市吴江区') is not said twice.
 */
export function fullName(office: { readonly name: string; readonly regionName: string }): string {
  const { name, regionName } = office;
  for (let from = 0; from < regionName.length - 1; from += 1) {
    if (name.startsWith(regionName.slice(from))) return `${regionName.slice(0, from)}${name}`;
  }
  return `${regionName}${name}`;
}

/**
 * The letter form of GB/T 9704 (信函格式): issuer in red over a double rule, number at the right, title, addressee, body,
 * enclosures, and the signature with room for the seal. A letter without a number says that it is not signed yet.
 */
export function LetterFrame(props: {
  readonly head: SheetHead;
  readonly title: string;
  readonly urgency?: 'normal' | 'urgent' | 'critical';
  readonly secrecy?: 'none' | 'work-secret';
  readonly files: readonly SheetFile[];
  readonly handlers: readonly SheetPerson[];
  /** 承办部门; left out when empty. */
  readonly department: string;
  /** Where the addressee is; left out when empty. */
  readonly toAddress?: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('print');
  const date = usePaperDate();
  const { head } = props;
  return (
    <Paper label={props.title} form="letter">
      <div className="letter-issuer">
        <OfficeName name={fullName(head.from)} />
      </div>
      <div className="letter-rule" />
      <div className="letter-marks">
        <span className="urgent">
          {props.secrecy === 'work-secret' ? `${t('secrecy.work-secret')} ` : ''}
          {props.urgency === undefined || props.urgency === 'normal' ? '' : t(`urgency.${props.urgency}`)}
        </span>
        <span className="unbroken">{head.number ?? t('letter.unsigned')}</span>
      </div>
      <h1 className="letter-title">{props.title}</h1>
      <p className="flush">{t('letter.to', { name: fullName(head.to) })}</p>
      {(props.toAddress ?? '') === '' ? null : (
        <p className="flush letter-to-address">{t('letter.toAddress', { address: props.toAddress })}</p>
      )}
      {props.children}
      <Enclosures files={props.files} />
      <div className="letter-sign">
        <p>{fullName(head.from)}</p>
        <p>{head.signedOn === null ? t('letter.undated') : date(head.signedOn)}</p>
        <p className="small screen-only">{t('letter.seal')}</p>
      </div>
      <Contacts head={head} handlers={props.handlers} department={props.department} />
    </Paper>
  );
}

function Enclosures({ files }: { readonly files: readonly SheetFile[] }) {
  const { t } = useTranslation('print');
  if (files.length === 0) return null;
  return (
    <div className="letter-enclosures">
      {files.map((file, index) => (
        <p key={`${file.name}${index}`}>
          {index === 0 ? t('letter.enclosures') : ''}
          {t('letter.enclosure', { n: index + 1, name: file.name })}
          {file.pages > 0 ? t('letter.pages', { n: file.pages, count: file.pages }) : ''}
        </p>
      ))}
    </div>
  );
}

function Contacts(props: {
  readonly head: SheetHead;
  readonly handlers: readonly SheetPerson[];
  readonly department: string;
}) {
  const { t } = useTranslation('print');
  const { from } = props.head;
  const people = props.handlers
    .map((person) => {
      const card = person.cardNo === '' ? '' : t('letter.card', { card: person.cardNo });
      return `${person.name}${card} ${person.phone}`.trim();
    })
    .join(t('list'));
  // What the office has not entered is not named.
  const contact = (['address', 'postcode', 'phone'] as const)
    .filter((key) => from[key] !== '')
    .map((key) => t(`letter.contact.${key}`, { value: from[key] }))
    .join(t('comma'));
  const lines = [
    props.department === '' ? '' : t('letter.department', { department: props.department }),
    people === '' ? '' : t('letter.handlers', { people }),
    from.uscc === '' ? '' : t('letter.uscc', { uscc: from.uscc }),
    contact === '' ? '' : t('letter.contacts', { parts: contact }),
  ];
  return (
    <div className="letter-contacts">
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </div>
  );
}

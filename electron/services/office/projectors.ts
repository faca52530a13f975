import { startBehind } from '#electron/store/tables/number-series.ts';
import { findOffice, type OfficeRow, putOffice } from '#electron/store/tables/office.ts';
import { findPerson, putPerson } from '#electron/store/tables/people.ts';
import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { UserId } from '#shared/base/ids.ts';
import type { Arrived, Projector } from '../journal/projector.ts';
import { readFlag, readNumber, readObjects, readText, readTexts } from '../read-fields.ts';

type Details = Pick<OfficeRow, 'name' | 'address' | 'postcode' | 'phone' | 'uscc'>;

function detailsOf(content: Arrived['content']): Details {
  const text = (key: string): string => readText(content, key);
  const [name, address, postcode] = [text('name'), text('address'), text('postcode')];
  return { name, address, postcode, phone: text('phone'), uscc: text('uscc') };
}

function sideOf(text: string): OfficeRow['side'] {
  return text === 'arbitration' || text === 'inspection' ? text : 'both';
}

const setUp: Projector = (tx, { entry, content }) => {
  const { office, facts } = entry.parsed;
  const fixed = { id: office, region: readText(facts, 'region'), side: sideOf(readText(facts, 'side')) };
  putOffice(tx, { ...fixed, ...detailsOf(content), settings: '{}' });
};

const amended: Projector = (tx, { content }) => {
  const office = findOffice(tx);
  if (office && content) putOffice(tx, { ...office, ...detailsOf(content) });
};

const settings: Projector = (tx, { entry }) => {
  const office = findOffice(tx);
  if (!office) return;
  // Written by this projector and by nothing else.
  const before = JSON.parse(office.settings) as JsonObject;
  putOffice(tx, { ...office, settings: canonicalJson({ ...before, ...entry.parsed.facts }) });
};

const series: Projector = (tx, { entry }) => {
  for (const fields of readObjects(entry.parsed.facts, 'behind')) {
    const [name, year, seq] = [readText(fields, 'series'), readNumber(fields, 'year'), readNumber(fields, 'seq')];
    if (name !== '' && year !== null && seq !== null) startBehind(tx, { series: name, year, seq });
  }
};

const person: Projector = (tx, { entry, content }) => {
  const { facts } = entry.parsed;
  // The header was validated before it was stored.
  const id = readText(facts, 'person') as UserId;
  const known = findPerson(tx, id);
  const said = content
    ? { name: readText(content, 'name'), cardNo: readText(content, 'cardNo'), phone: readText(content, 'phone') }
    : { name: known?.name ?? '', cardNo: known?.cardNo ?? '', phone: known?.phone ?? '' };
  putPerson(tx, { id, ...said, roles: readTexts(facts, 'roles'), active: readFlag(facts, 'active') });
};

/** Projectors of facts about the office and its people. */
export const officeProjectors: Readonly<Record<string, Projector>> = {
  'office.set-up': setUp,
  'office.amended': amended,
  'office.settings': settings,
  'office.series': series,
  'person.added': person,
  'person.amended': person,
};

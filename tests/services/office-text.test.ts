import { expect, it } from 'vitest';
import type { UserId } from '#shared/base/ids.ts';
import { madeUpOffice, openedBackend, testBackend } from '#tests/support/backend.ts';

const hostile = [
  `'; DROP TABLE person; --`,
  `" OR 1=1`,
  '=HYPERLINK("http://x")',
  '"a","b";c',
  '%_\\*?',
  '<b onclick=x>',
  '{{7*7}} ${1}',
  '𠮷野家',
];

it('keeps names and addresses of the office and its people as data', async () => {
  for (const text of hostile) {
    const office = await testBackend({ keychain: true });
    await office.ask('session.create', { ...madeUpOffice, name: text, person: text });
    expect(await office.ask('office.get', {})).toMatchObject({ name: text, me: { name: text } });
    const { id } = await office.ask('person.add', { name: text, roles: ['head'], cardNo: text, phone: text });
    await office.ask('person.actAs', { id: id as UserId });
    const amended = { name: `${text}2`, address: text, postcode: text.slice(0, 12), phone: text, uscc: '' };
    await office.ask('office.amend', amended);
    await office.ask('audit.printed', { what: 'strip', about: text, note: text });
    const view = await office.ask('office.get', {});
    expect(view).toMatchObject({ name: `${text}2`, address: text, phone: text });
    expect(view.me).toMatchObject({ name: text, cardNo: text, phone: text });
    const printed = (await office.ask('audit.list', {})).rows.find(({ act }) => act.includes('printed'));
    expect(printed).toMatchObject({ about: text, reason: text, person: text });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    await office.close();
  }
});

it('removes what deceives from them, and takes no name that is nothing else', async () => {
  const office = await testBackend({ keychain: true });
  const nameless = { ...madeUpOffice, name: '\u200b\u202e\u0007' };
  expect(await office.refusal('session.create', nameless)).toMatchObject({ kind: 'bad-input', field: 'name' });
  const nobody = { ...madeUpOffice, person: '\u200b ' };
  expect(await office.refusal('session.create', nobody)).toMatchObject({ kind: 'bad-input', field: 'person' });
  expect(await office.ask('session.status', {})).toMatchObject({ state: 'empty' });
  const long = { ...madeUpOffice, name: '长'.repeat(5000) };
  expect(await office.refusal('session.create', long)).toMatchObject({ kind: 'bad-input', field: 'name' });
  await office.ask('session.create', { ...madeUpOffice, name: '青\u202e浦\u0000院\n一楼', person: '沈\u200b某' });
  expect(await office.ask('office.get', {})).toMatchObject({ name: '青浦院 一楼', me: { name: '沈某' } });
  await office.ask('person.add', { name: '陆\u2066某', roles: [], cardNo: '证\u00001' });
  const people = (await office.ask('office.get', {})).people.map(({ name, cardNo }) => [name, cardNo]);
  expect(people).toContainEqual(['陆某', '证1']);
  const invisible = await office.refusal('person.add', { name: '\u2060', roles: [] });
  expect(invisible).toMatchObject({ kind: 'bad-input', field: 'name' });
});

it('refuses templates for numbers that would give two files one number, and keeps the ones before', async () => {
  const office = await openedBackend();
  const before = (await office.ask('office.get', {})).settings;
  for (const windowNumber of ['%s', '{seq', '{year}{seq}{seq}', '{__proto__}{year}{seq}', `'; DROP TABLE x; --`]) {
    expect(await office.refusal('office.setSettings', { windowNumber }), windowNumber).toMatchObject({
      ...{ kind: 'bad-input', field: 'windowNumber' },
    });
  }
  expect((await office.ask('office.get', {})).settings).toEqual(before);
});

it('keeps drafts exactly as typed, whatever is in them', async () => {
  const office = await openedBackend();
  for (const text of [...hostile, '\u202e\u0000\u200b', '\ud800', '长'.repeat(5000)]) {
    await office.ask('draft.save', { key: 'dossier.receive', title: '收件', text: JSON.stringify({ text }) });
    const kept = await office.ask('draft.get', { key: 'dossier.receive' });
    expect(JSON.parse(kept?.text ?? '')).toEqual({ text });
  }
});

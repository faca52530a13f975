import type { Protection } from '#electron/sealing/custody.ts';
import { writeSetting } from '#electron/store/tables/settings.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Failure } from '#shared/contract/failure.ts';
import type { BaseContext, Handler, OpenOffice } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { badInput, cleanTexts } from '../typed-text.ts';
import { nextRevision } from './revision.ts';
import { setUpOffice } from './set-up.ts';

type Names = { readonly name: string; readonly person: string };

function protectionFor(context: BaseContext, passphrase: string | undefined): Protection | undefined {
  if (passphrase !== undefined) return { by: 'passphrase', passphrase };
  const { secretStore } = context.session.place;
  return secretStore && { by: 'keychain', secretStore };
}

const passphraseNeeded: Failure = { kind: 'refused', code: 'session.passphrase-needed', field: 'passphrase' };

function rememberLanguage(open: OpenOffice, language: 'zh-CN' | 'en' | undefined): Result<void, Failure> {
  if (language === undefined) return ok(undefined);
  return inOneTransaction({ open }, (tx) => {
    writeSetting(tx, 'language', language);
    return ok(undefined);
  });
}

/** The names an office begins with, fit to be stored. */
function readNames(typed: Names): Result<Names, Failure> {
  const clean = cleanTexts(typed, { name: { max: 120 }, person: { max: 60 } });
  if (!clean.ok) return clean;
  const { name, person } = clean.value.texts;
  if (name === '') return err(badInput({ code: 'office.name-empty', field: 'name' }));
  return person === '' ? err(badInput({ code: 'person.name-empty', field: 'person' })) : ok({ name, person });
}

/** Sets up an office in this folder and opens it. */
export const createOffice: Handler<'session.create'> = (context, input) =>
  context.session.inTurn(async () => {
    const protection = protectionFor(context, input.passphrase);
    if (!protection) return { ok: false, error: passphraseNeeded };
    const names = readNames({ name: input.name, person: input.person });
    if (!names.ok) return names;
    const { random, moment, session } = context;
    const made = await setUpOffice(session.place.lock, { ...input, ...names.value, protection, random, moment });
    if (!made.ok) return made;
    const remembered = rememberLanguage(made.value.open, input.language);
    if (!remembered.ok) context.log.warn('session.language-not-kept', { code: remembered.error.code });
    session.adopt(made.value.open, made.value.me);
    return ok({ recoveryKey: made.value.recoveryKey, revision: nextRevision(context) });
  });

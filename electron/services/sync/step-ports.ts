import type { ReadDb } from '#electron/store/db.ts';
import { readMeta } from '#electron/store/tables/meta.ts';
import { shanghaiDate, shanghaiTime } from '#shared/base/local-date.ts';
import type { Random } from '#shared/base/ports.ts';
import { readableKinds } from '#shared/domain/assist/kinds/request-kinds.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import { type Link, mayWriteOn } from '#shared/protocol/link.ts';
import { readerVersion } from '#shared/protocol/receipt.ts';
import type { StepMoment, StepPorts } from '#shared/protocol/step-types.ts';
import type { OpenOffice } from '../context.ts';
import { deviceActor } from '../session/new-device.ts';
import { freshNonce } from './link-of.ts';

/** Our identity towards one partner and the pure functions an exchange step may use. */
export function stepPorts(db: ReadDb, open: OpenOffice, link: Link): StepPorts {
  const self = {
    office: open.office,
    device: open.device,
    suite: open.suite.id,
    incarnation: readMeta(db, 'incarnation') ?? '',
    readOnly: !mayWriteOn(link),
    officeKey: open.keys.root.publicKey,
    kinds: readableKinds,
    reader: readerVersion,
    actor: deviceActor,
  };
  return {
    ...{ self, hashing: open.suite, verifying: open.suite, signing: open.signing, rules: assistRules },
    ...(open.also ? { also: open.also } : {}),
  };
}

/** The present for one step, with a fresh nonce. */
export function stepMoment(nowMs: number, random: Random): StepMoment {
  const today = shanghaiDate(nowMs);
  return { nowMs, today, on: `${today}T${shanghaiTime(nowMs)}`, nonce: freshNonce(random) };
}

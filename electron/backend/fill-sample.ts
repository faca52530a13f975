import { createClient } from '#shared/contract/client.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts';
import { type Desk, desks } from '#shared/contract/desk.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { officeIdField } from '#shared/contract/fields.ts';
import type { DeskBackend } from './desks.ts';

/** The two offices of the sample, open. */
export type SampleDesks = Readonly<Record<Desk, DeskBackend>>;

/** What a step towards the sample came to. */
export type Step<T = void> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

type Office = CallInput<'session.create'>;

/**
 * After the first case under the four places' agreement of September 2019: a worker who lives in Qingpu and was employed
 * in Wujiang. The people are made up.
 */
const offices: Readonly<Record<Desk, Office>> = {
  own: {
    office: officeIdField.parse('sample-qingpu'),
    name: '上海市青浦区劳动人事争议仲裁委员会（样例）',
    region: '310118',
    side: 'arbitration',
    person: '沈样文',
  },
  partner: {
    office: officeIdField.parse('sample-wujiang'),
    name: '苏州市吴江区劳动人事争议仲裁委员会（样例）',
    region: '320509',
    side: 'both',
    person: '顾样章',
  },
};

/** A refusal on the way to the sample, carried out of its steps. */
class SampleRefused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Makes calls one after another; the first refusal ends them all. */
function actsOn(backend: DeskBackend) {
  const client = createClient({ invoke: backend.invoke, onChanged: backend.onChanged });
  return async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await client.call(name, input);
    if (!reply.ok) throw new SampleRefused(reply.failure);
    return reply.value;
  };
}

/** Carries steps out until one is refused. */
async function untilRefused(steps: () => Promise<void>): Promise<Step> {
  try {
    await steps();
    return { ok: true, value: undefined };
  } catch (error) {
    if (error instanceof SampleRefused) return { ok: false, error: error.failure };
    throw error;
  }
}

/** Fills two empty desks: both offices, each other's cards, and the folder between them. */
export function fillSample(pair: SampleDesks, exchange: string): Promise<Step> {
  return untilRefused(async () => {
    for (const desk of desks) await setUpOffice(pair[desk], offices[desk]);
    await introduce(pair.own, pair.partner, exchange, offices.partner.office);
    await introduce(pair.partner, pair.own, exchange, offices.own.office);
  });
}

/** Sets the language both offices are shown in; undefined leaves it as it was. */
export function speak(pair: SampleDesks, language: 'zh-CN' | 'en' | undefined): Promise<Step> {
  return untilRefused(async () => {
    for (const desk of desks) {
      if (language === undefined) return;
      const act = actsOn(pair[desk]);
      const { settings } = await act('office.get', {});
      if (settings.language !== language) await act('office.setSettings', { language });
    }
  });
}

async function setUpOffice(backend: DeskBackend, office: Office): Promise<void> {
  const act = actsOn(backend);
  const { recoveryKey } = await act('session.create', office);
  await act('session.confirmRecoveryKey', { recoveryKey });
}

/** Gives `to` the card of `from`, confirmed as if both had read the fingerprint to each other. */
async function introduce(to: DeskBackend, from: DeskBackend, folder: string, office: Office['office']): Promise<void> {
  const card = await actsOn(from)('partner.ownCard', {});
  await actsOn(to)('partner.add', { bytes: card.bytes, confirmed: true });
  await actsOn(to)('partner.setFolder', { office, folder });
}

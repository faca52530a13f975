import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ownCard } from '#electron/services/partner/own-card.ts';
import { signCard, writeCard } from '#shared/protocol/partner-card.ts';
import { toBase64Url } from '#shared/protocol/text-bytes.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { type Desk, openDesk, testClock } from './support/desk.ts';
import { sentRequest } from './support/two-offices.ts';

const clock = testClock('2026-03-12T09:30');

function desk(office: string, region: string): Promise<Desk> {
  return openDesk({ office, name: `${office}（测试）`, region, clock });
}

/** The desk's card with a sealing key nothing can be sealed to, signed as it must be. */
function cardWithBadKey({ open }: Desk): Uint8Array {
  const card = ownCard(open)?.card;
  if (!card) throw new Error('an office that is set up has a card');
  const sealing = card.sealing.map((key) => ({ ...key, key: toBase64Url(new Uint8Array(32)) }));
  const signed = signCard({ ...card, sealing }, open.suite.signing(open.keys.root), open.suite);
  return new TextEncoder().encode(writeCard(signed.document));
}

async function partners(good: boolean): Promise<Desk> {
  const asks = await desk('qingpu-arb', '310118');
  const bad = await desk('aaa-arb', '320509');
  await asks.ask('partner.add', { bytes: cardWithBadKey(bad), confirmed: true });
  await sentRequest({ asks, does: bad });
  if (!good) return asks;
  const well = await desk('wujiang-arb', '320509');
  const { bytes } = await well.ask('partner.ownCard', {});
  await asks.ask('partner.add', { bytes, confirmed: true });
  await sentRequest({ asks, does: well });
  return asks;
}

describe('a stick for a partner whose keys cannot be used', () => {
  test('is written for all others, and says who was left out and why', async () => {
    const asks = await partners(true);
    const stick = tempFolder();
    const { lines, failed, verified } = await asks.ask('courier.export', { folder: stick });
    expect(verified).toBe(true);
    expect(failed).toEqual([{ office: 'aaa-arb', name: 'aaa-arb（测试）', code: 'partner.seal-bad-recipient' }]);
    expect(lines).toMatchObject([{ office: 'wujiang-arb', entries: 1 }]);
    expect(readdirSync(`${stick}/xieban-courier/inbox`)).toEqual(['wujiang-arb']);
  });

  test('is refused with the reason when there is nobody else', async () => {
    const asks = await partners(false);
    const refusal = await asks.refusal('courier.export', { folder: tempFolder() });
    expect(refusal).toMatchObject({ kind: 'refused', code: 'partner.seal-bad-recipient' });
  });
});

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { courierFolder } from '#electron/exchange/courier.ts';
import { sealedId, suiteOf } from '#electron/sealing/suites.ts';
import type { RequestId } from '#shared/base/ids.ts';
import { readCard } from '#shared/protocol/partner-card.ts';
import { freshRequest, hostilePartner, openingFacts } from '#tests/security/support/hostile-partner.ts';
import { type Desk, openDesk, testClock } from '#tests/services/support/desk.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import type { ProductPage } from './product-site.ts';

/** What a stranger with a card knows of an office: whom to address and the key to seal to. */
async function strangersView(page: ProductPage, suite: ReturnType<typeof suiteOf>): Promise<Desk> {
  const { bytes } = await page.ask('partner.ownCard', {});
  const { card } = unwrap(
    readCard(new TextDecoder().decode(Uint8Array.from(Object.values(bytes))), { hashing: suite, verifying: suite }),
  );
  const sealing = card.sealing.map(({ key }) => ({ publicKey: key }));
  // Of the victim, sealing takes nothing but its address and its public keys.
  return { open: { office: card.office, device: card.intake.device, keys: { sealing } } } as unknown as Desk;
}

/**
 * Lets an office with a good card send a request to the product by stick and sign two entries for one place of it. Answers
 * the request and both entries, the one that came first first.
 */
export async function forkedRequest(page: ProductPage): Promise<{ id: RequestId; hashes: readonly string[] }> {
  const { today } = await page.ask('session.status', {});
  const clock = testClock(`${today}T08:00`);
  const evil = await openDesk({
    ...{ office: 'wujiang-copy', name: '平望镇劳动人事争议仲裁院', region: '320509', clock },
  });
  const own = (await evil.ask('partner.ownCard', {})).bytes;
  await page.ask('partner.add', { bytes: Uint8Array.from(own), confirmed: true });
  const suite = suiteOf('s1');
  const victim = await strangersView(page, suite);
  const hostile = hostilePartner(evil, victim, clock);
  const id = freshRequest();
  const opening = hostile.sign(id, { side: 'r', kind: 'request', facts: openingFacts(victim), on: today });
  const first = hostile.sign(id, { side: 'r', kind: 'note', on: `${today}T09:00` });
  const runs = [hostile.seal([opening, first])];
  const other = hostile.sign(id, { side: 'r', kind: 'urge', on: `${today}T10:00`, after: { seq: 1, id: opening.id } });
  runs.push(hostile.seal([other]));
  const stick = mkdtempSync(join(tmpdir(), 'xieban-forked-'));
  const inbox = join(stick, courierFolder, 'inbox', victim.open.office);
  mkdirSync(inbox, { recursive: true });
  for (const sealed of runs) writeFileSync(join(inbox, `${sealedId(sealed)}.xb`), sealed);
  await page.ask('courier.import', { folder: stick });
  return { id, hashes: [first, other].map((entry) => entry.id.split(':')[1] ?? '') };
}

import { expect, test } from 'vitest';
import { readWhole, takeIn } from '#tests/services/support/large-file.ts';
import { acceptedDossier, finishedLetter, passAndSend } from '#tests/services/support/two-offices.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { them } from './support/carriers.ts';
import { everLaid } from './support/ever-laid.ts';
import { named, oneServer, usualMembers } from './support/nats-exchange.ts';
import { expectAgreed, natsOffices } from './support/nats-offices.ts';
import { weakLink } from './support/weak-link.ts';

describeWith('nats-server', 'a file over a line that breaks every few megabytes', () => {
  test('arrives whole, its letter before it, and no part of it is laid down twice', async () => {
    const members = usualMembers();
    const server = await oneServer(members);
    const line = await weakLink(server.url, 7_000_000);
    const offices = await natsOffices([line.url], members);
    const { asks, does } = offices;
    const size = 30_000_000;
    const chunks = Math.ceil(size / 4_194_304);
    const file = await takeIn(asks, '监控录像.bin', size, 5);
    const dossier = await acceptedDossier(asks);
    const letter = { ...(await finishedLetter(asks, does, dossier)), files: [file] };
    const { id } = await asks.ask('paper.submit', { dossier: dossier as never, partner: does.open.office, letter });
    await passAndSend(asks, id);
    await asks.loop.round(false);
    await does.loop.round(false);
    expect((await does.ask('request.get', { request: id as never })).files).toMatchObject([{ of: chunks }]);
    await offices.settle();
    await expectAgreed(offices, [id]);
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
    expect(line.broken()).toBeGreaterThan(2);
    expect(await everLaid(server.url, named(members, them))).toBe(2 * chunks);
    // What a break cut off is sent again, and nothing besides: each break costs less than one part.
    expect(line.bytes()).toBeLessThan(size + line.broken() * 4_400_000 + 2_000_000);
  });
});

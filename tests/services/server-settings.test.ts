import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { makeNatsKey } from '#electron/exchange/nats/credentials.ts';
import { isBefore } from '#electron/exchange/nats/nats-health.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { freePort } from '../../build/dev/free-port.ts';
import { oneServerFiles } from '../exchange/support/nats-exchange.ts';
import { natsServer } from '../exchange/support/nats-server.ts';
import { type Desk, openDesk, testClock } from './support/desk.ts';
import { exchangeOffice, introduce, meet, sendLetter } from './support/exchange-office.ts';
import { officeServer } from './support/office-server.ts';

const desk = (): Promise<Desk> =>
  openDesk({ office: 'qingpu-arb', name: '青浦区仲裁院', region: '310118', clock: testClock('2026-03-12T09:30') });

/** Everything a desk ever wrote as a fact, answered or logged about the server, as one text. */
async function everythingSaid({ ask, open, logged }: Desk): Promise<string> {
  const entries = open.store.db.all(
    'SELECT header, signature, body.text FROM entry LEFT JOIN body ON body.entry = entry.n',
  );
  const said = [await ask('server.get', {}), await ask('sync.status', {}), await ask('audit.list', {})];
  return JSON.stringify([entries, said, logged]);
}

test('the key of the office is in no fact, no answer, no refusal and no log', async () => {
  const own = await desk();
  own.as('head');
  const { seed, publicKey } = makeNatsKey();
  await own.ask('server.set', { addresses: ['127.0.0.1:4'], credentials: seed });
  expect(await own.ask('server.get', {})).toMatchObject({ key: { type: 'nkey', publicKey }, mayChange: true });
  const refusals = [
    await own.refusal('server.set', { addresses: ['127.0.0.1:4'], credentials: `${seed}x` }),
    await own.refusal('server.set', { addresses: ['ftp://nowhere'], credentials: seed }),
    await own.refusal('server.try', { addresses: [], credentials: seed }),
  ];
  expect(refusals.map(({ code }) => code)).toEqual([
    'server.credentials-malformed',
    'server.address-malformed',
    'server.address-empty',
  ]);
  const tried = await own.ask('server.try', { addresses: [`127.0.0.1:${await freePort()}`], credentials: seed });
  await own.loop.round(true);
  const said = (await everythingSaid(own)) + JSON.stringify([refusals, tried]);
  expect(said).toContain(publicKey);
  expect(said).not.toContain(seed);
  expect((await own.ask('audit.list', {})).rows[0]).toMatchObject({ act: 'audit.settings', about: 'server' });
});

test('the server is set, tried and given a key by the head of the office alone', async () => {
  const own = await desk();
  own.as('clerk');
  expect((await own.ask('server.get', {})).mayChange).toBe(false);
  const refusals = [
    await own.refusal('server.makeKey', {}),
    await own.refusal('server.set', { addresses: [] }),
    await own.refusal('server.try', { addresses: ['127.0.0.1:4'] }),
  ];
  expect(refusals.map(({ code }) => code)).toEqual(['server.not-head', 'server.not-head', 'server.not-head']);
});

test('a server is not set without a key, with a wrong certificate, or with addresses of two kinds; a kept key stays', async () => {
  const own = await desk();
  own.as('head');
  expect((await own.refusal('server.set', { addresses: ['exchange.example'] })).code).toBe('server.no-key');
  const { publicKey } = await own.ask('server.makeKey', {});
  expect((await own.refusal('server.set', { addresses: ['a.example'], ca: 'no certificate' })).field).toBe('ca');
  const mixed = await own.refusal('server.set', { addresses: ['tls://a.example', 'wss://a.example'] });
  expect(mixed.code).toBe('server.address-mixed');
  await own.ask('server.set', { addresses: [' a.example ', 'tls://b.example:4443'] });
  expect(await own.ask('server.get', {})).toMatchObject({
    addresses: ['nats://a.example:4222', 'tls://b.example:4443'],
    key: { publicKey },
  });
  await own.ask('server.set', { addresses: [] });
  expect(await own.ask('server.get', {})).toMatchObject({ addresses: [], key: { publicKey } });
});

test('a try tells a place where nobody answers from one that is no server', async () => {
  const own = await desk();
  own.as('head');
  await own.ask('server.makeKey', {});
  const closed = `127.0.0.1:${await freePort()}`;
  expect(await own.ask('server.try', { addresses: [closed] })).toMatchObject({ verdict: 'no-answer' });
  const talks = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((resolve) => {
    talks.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void talks.close());
  const address = talks.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await own.ask('server.try', { addresses: [`127.0.0.1:${port}`] })).toMatchObject({ verdict: 'no-server' });
  expect(await own.ask('server.try', { addresses: [closed, `127.0.0.1:${port}`] })).toMatchObject({
    verdict: 'no-server',
  });
});

describeWith('nats-server', 'a real server', () => {
  test('is told in words: works, key not known, certificate, and too old; trying takes nothing from the inbox', async () => {
    const asks = await exchangeOffice('qingpu-arb');
    const does = await exchangeOffice('wujiang-arb', '320509');
    await introduce(asks, does, '');
    await introduce(does, asks, '');
    const { url } = await officeServer(asks, does);
    await meet(asks, does);
    const request = await sendLetter(asks, does);
    await asks.round();
    const works = await does.ask('server.try', { addresses: [url] });
    expect(works).toMatchObject({ verdict: 'works', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(works.tooOld).toBe(isBefore(works.version ?? '', '2.12.3'));
    await does.round();
    await asks.round();
    expect((await asks.ask('request.get', { request })).row.word).toBe('receipted');
    const stranger = { addresses: [url], credentials: makeNatsKey().seed };
    expect(await asks.ask('server.try', stranger)).toMatchObject({ verdict: 'refused' });
    const encrypted = url.replace('nats://', 'tls://');
    expect(await asks.ask('server.try', { addresses: [encrypted] })).toMatchObject({ verdict: 'certificate' });
  });

  test('that keeps no inbox for the office is told from one that does not know its key', async () => {
    const own = await desk();
    own.as('head');
    const { publicKey } = await own.ask('server.makeKey', {});
    const partner = {
      office: 'wujiang-arb',
      region: 'B',
      publicKey: makeNatsKey().publicKey,
      partners: ['qingpu-arb'],
    };
    const { url, files } = await oneServerFiles([
      { office: 'qingpu-arb', region: 'A', publicKey, partners: ['wujiang-arb'] },
      partner,
    ]);
    const without = Object.entries(files).map(([name, text]) => [name, text.replaceAll(/jetstream: \{.*\}/g, '')]);
    await natsServer(url, Object.fromEntries(without));
    expect(await own.ask('server.try', { addresses: [url] })).toMatchObject({ verdict: 'no-inbox' });
  });
});

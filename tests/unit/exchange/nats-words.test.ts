import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkServers } from '#electron/exchange/nats/addresses.ts';
import { makeNatsKey, publicKeyOf, readCredentials } from '#electron/exchange/nats/credentials.ts';
import { isBefore } from '#electron/exchange/nats/nats-health.ts';
import { everySubject, idOf, inboxStream, inboxSubject, token } from '#electron/exchange/nats/subjects.ts';
import type { OfficeId } from '#shared/base/ids.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';

describe('a name in a subject', () => {
  test('is one token without dots, blanks or wildcards, and no other name has the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(token(one)).toMatch(/^[a-z0-9_-]+$/);
        expect(token(one) === token(other)).toBe(one === other);
      }),
    );
  });

  test('stays readable where it is an office code', () => {
    const [to, from] = ['wujiang-arb', 'qingpu-arb'] as [OfficeId, OfficeId];
    expect(inboxSubject(to, from, 'package', 'ab12')).toBe('inbox.wujiang-arb.from.qingpu-arb.package.ab12');
    expect(everySubject(to, 'chunk')).toBe('inbox.wujiang-arb.from.*.chunk.*');
    expect([idOf('inbox.a.from.b.package.ab12'), inboxStream(to)]).toEqual(['ab12', 'inbox-wujiang-arb']);
  });
});

describe('addresses of servers', () => {
  test('are read as people type them', () => {
    expect(unwrap(checkServers([' exchange.example ', 'tls://10.0.0.1:4333', '']))).toEqual([
      ...['nats://exchange.example:4222', 'tls://10.0.0.1:4333'],
    ]);
    expect(unwrap(checkServers(['wss://exchange.example/nats', 'ws://[::1]']))).toEqual([
      ...['wss://exchange.example:443/nats', 'ws://[::1]:80'],
    ]);
  });

  test.for([
    [[], 'address-empty'],
    [['  '], 'address-empty'],
    [['http://exchange.example'], 'address-malformed'],
    [['nats://user:word@exchange.example'], 'address-malformed'],
    [['nats://exchange.example/path'], 'address-malformed'],
    [['nats://'], 'address-malformed'],
    [['nats://a b'], 'address-malformed'],
    [['nats://a', 'wss://b'], 'address-mixed'],
  ] as const)('%j is refused as %s', ([typed, code]) => {
    expect(refusal(checkServers(typed))).toBe(code);
  });
});

describe('credentials', () => {
  test('are the seed of a user key or the text of a .creds file, with any line ends', () => {
    const { seed, publicKey } = makeNatsKey();
    const bare = unwrap(readCredentials(`  ${seed}\n`));
    expect([bare.type, publicKeyOf(bare)]).toEqual(['nkey', publicKey]);
    const text = `-----BEGIN NATS USER JWT-----\r\na.b.c\r\n------END NATS USER JWT------\r\n\r\n${seed}`;
    const file = unwrap(readCredentials(text));
    expect([file.type, publicKeyOf(file)]).toEqual(['creds', publicKey]);
  });

  test.for(['', 'SU', `SU${'A'.repeat(56)}`, 'password'])('%j is none', (text) => {
    expect(refusal(readCredentials(text))).toBe('credentials-malformed');
  });

  test('with anything else around the seed are none: it was pasted by mistake', () => {
    expect(refusal(readCredentials(`key: ${makeNatsKey().seed}`))).toBe('credentials-malformed');
  });
});

test('versions are compared by number', () => {
  const order = ['2.9.10', '2.9.25', '2.10.0', '2.12.2', '2.12.3', '2.12.10', '2.15.1', '3.0.0'];
  for (const [at, one] of order.entries()) {
    for (const [place, other] of order.entries()) expect(isBefore(one, other)).toBe(at < place);
  }
  expect([isBefore('2.12.3-RC.1', '2.12.3'), isBefore('unknown', '2.12.3')]).toEqual([false, true]);
});

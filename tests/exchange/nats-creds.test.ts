import { createAccount, createOperator, createUser, type KeyPair } from '@nats-io/nkeys';
import { expect, onTestFinished, test } from 'vitest';
import { publicKeyOf, readCredentials } from '#electron/exchange/nats/credentials.ts';
import { openNats } from '#electron/exchange/nats/nats-link.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { us } from './support/carriers.ts';
import { oneServerFiles } from './support/nats-exchange.ts';
import { natsServer } from './support/nats-server.ts';

/** A token of the server's own form, signed by the key that vouches for it. */
function jwt(issuer: KeyPair, subject: KeyPair, name: string, nats: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { jti: name, iat: 1, iss: issuer.getPublicKey(), name, sub: subject.getPublicKey(), nats };
  const signed = `${part({ typ: 'JWT', alg: 'ed25519-nkey' })}.${part(claims)}`;
  return `${signed}.${Buffer.from(issuer.sign(new TextEncoder().encode(signed))).toString('base64url')}`;
}

const boundless = {
  ...{ subs: -1, conn: -1, data: -1, payload: -1, imports: -1, exports: -1, wildcards: true, leaf: -1 },
  ...{ mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 },
};

/** A server whose operator vouches for accounts and users by tokens, and the .creds file of one of its users. */
async function operatedServer(): Promise<{ url: string; creds: string; publicKey: string }> {
  const [operator, system, account, user] = [createOperator(), createAccount(), createAccount(), createUser()];
  const ofAccount = (key: KeyPair, name: string, limits: object): string =>
    `${key.getPublicKey()}: ${jwt(operator, key, name, { limits, type: 'account', version: 2 })}`;
  const rights = { subs: -1, data: -1, payload: -1, pub: {}, sub: {}, type: 'user', version: 2 };
  const { url, files } = await oneServerFiles([]);
  const main = (files['server.conf'] ?? '').replace(/accounts \{[^}]*\}/, '');
  const operated = [
    `operator: ${jwt(operator, operator, 'operator', { type: 'operator', version: 2 })}`,
    `system_account: ${system.getPublicKey()}`,
    'resolver: MEMORY',
    `resolver_preload: { ${ofAccount(system, 'SYS', {})}, ${ofAccount(account, 'R310118', boundless)} }`,
  ];
  await natsServer(url, { ...files, 'server.conf': `${main}\n${operated.join('\n')}\n` });
  const blocks = [
    ...['-----BEGIN NATS USER JWT-----', jwt(account, user, us, rights), '------END NATS USER JWT------', ''],
    ...['-----BEGIN USER NKEY SEED-----', new TextDecoder().decode(user.getSeed()), '------END USER NKEY SEED------'],
  ];
  return { url, creds: blocks.join('\n'), publicKey: user.getPublicKey() };
}

describeWith('nats-server', 'an operator who gives out .creds files', () => {
  test('is spoken to with the text of such a file, as with a key', async () => {
    const { url, creds, publicKey } = await operatedServer();
    const credentials = unwrap(readCredentials(creds));
    expect([credentials.type, publicKeyOf(credentials)]).toEqual(['creds', publicKey]);
    const link = openNats({ office: us, servers: [url], credentials });
    onTestFinished(link.close);
    expect(unwrap(await link.transport.receive(us, new Set())).items).toEqual([]);
    expect(await link.health()).toMatchObject({ state: 'connected', problems: [], replicas: 1 });
  });
});

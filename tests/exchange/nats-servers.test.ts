import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { isBefore } from '#electron/exchange/nats/nats-health.ts';
import { openNats } from '#electron/exchange/nats/nats-link.ts';
import { sentRequest } from '#tests/services/support/two-offices.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { freePort } from '../../build/dev/free-port.ts';
import { findProgram } from '../../build/test/programs.ts';
import { parcel, them, us } from './support/carriers.ts';
import { linkOf, member, named, oneServerFiles, type TestMember, usualMembers } from './support/nats-exchange.ts';
import { expectAgreed, natsOffices } from './support/nats-offices.ts';
import {
  complaint,
  installedVersion,
  type NatsServer,
  natsServer,
  productionLines,
  writeConfiguration,
} from './support/nats-server.ts';
import { accounts, filled, template } from './support/templates.ts';

const none: ReadonlySet<string> = new Set();

/** Three servers that keep everything three times. */
async function threeServers(members: readonly TestMember[]): Promise<readonly NatsServer[]> {
  const places = await Promise.all([1, 2, 3].map(async () => ({ client: await freePort(), route: await freePort() })));
  const clusterUser = 'route';
  const clusterPassword = 'made-up-password';
  const routes = places.map(({ route }) => `"nats-route://${clusterUser}:${clusterPassword}@127.0.0.1:${route}"`);
  return Promise.all(
    places.map(({ client, route }, at) => {
      const listen = `127.0.0.1:${client}`;
      return natsServer(`nats://${listen}`, {
        'server.conf': filled('cluster.conf', {
          ...{ name: `exchange-${at + 1}`, listen, store: 'STORE', room: '128GB', cluster: 'exchange' },
          ...{ clusterListen: `127.0.0.1:${route}`, routes: routes.join(', '), clusterUser, clusterPassword },
        }),
        'production.conf': productionLines(),
        'encryption.conf': '# on loopback',
        'accounts.conf': accounts(members),
      });
    }),
  );
}

/** Which server leads an office's inbox now. */
async function leaderOf(servers: readonly string[], { office, seed }: TestMember): Promise<string> {
  const authenticator = nkeyAuthenticator(new TextEncoder().encode(seed));
  const nc = await connect({ servers: [...servers], authenticator, reconnect: false, inboxPrefix: `_INBOX.${office}` });
  try {
    const manager = await jetstreamManager(nc, { checkAPI: false, timeout: 1_000 });
    return (await manager.streams.info(`inbox-${office}`)).cluster?.leader ?? '';
  } catch {
    return '';
  } finally {
    await nc.close();
  }
}

describeWith('nats-server', 'three servers', () => {
  test('lose nothing and go on when the one that leads an inbox is killed', async () => {
    const members = usualMembers();
    const servers = await threeServers(members);
    const urls = servers.map(({ url }) => url);
    for (const office of [us, them]) {
      const { transport } = linkOf(urls, named(members, office));
      await expect.poll(async () => (await transport.receive(office, none)).ok, { timeout: 50_000 }).toBe(true);
    }
    const offices = await natsOffices(urls, members);
    const wujiang = named(members, them);
    expect(await linkOf(urls, wujiang).health()).toMatchObject({ replicas: 3, server: { cluster: 'exchange' } });
    const first = await sentRequest(offices);
    await offices.asks.loop.round(false);
    const leader = await vi.waitUntil(() => leaderOf(urls, wujiang), { timeout: 50_000 });
    const fallen = servers[Number(leader.slice(-1)) - 1];
    if (!fallen) throw new Error(`no server ${leader}`);
    await fallen.kill();
    const second = await sentRequest(offices);
    await offices.settle();
    await expectAgreed(offices, [first, second]);
    const left = urls.filter((url) => url !== fallen.url);
    const leaders = servers.map((_, at) => `exchange-${at + 1}`).filter((name) => name !== leader);
    await expect.poll(() => leaderOf(left, wujiang), { timeout: 50_000 }).toBeOneOf(leaders);
  }, 180_000);
});

describeWith('nats-server', "a province's own server", () => {
  test('takes in from the centre what is for its offices, and lays down there what they send', async () => {
    const members = usualMembers();
    const [leafListen, account] = [`127.0.0.1:${await freePort()}`, 'R320509'];
    const { url, files } = await oneServerFiles(members);
    const hub = filled('hub.conf', { leafListen, leafUser: account, leafPassword: 'made-up-password', account });
    await natsServer(url, { ...files, 'server.conf': `${files['server.conf'] ?? ''}\n${hub}` });
    const listen = `127.0.0.1:${await freePort()}`;
    await natsServer(`nats://${listen}`, {
      ...files,
      'server.conf': filled('leaf.conf', {
        ...{ name: 'jiangsu', listen, domain: 'jiangsu', store: 'STORE', room: '128GB', account },
        hubAddress: `nats-leaf://${account}:made-up-password@${leafListen}`,
      }),
      'accounts.conf': accounts([{ ...named(members, them), partners: [] }]),
    });
    const [ours, theirs] = [linkOf([url], named(members, us)), linkOf([`nats://${listen}`], named(members, them))];
    unwrap(await ours.transport.receive(us, none));
    unwrap(await theirs.transport.receive(them, none));
    const { id, bytes } = parcel('over the line');
    const handed = async () => (await ours.transport.put(them, id, bytes)).ok;
    await expect.poll(handed, { timeout: 50_000 }).toBe(true);
    expect(unwrap(await theirs.transport.receive(them, none)).items.map((item) => item.id)).toEqual([id]);
    unwrap(await theirs.transport.put(us, id, bytes));
    unwrap(await theirs.transport.putChunk(us, id, bytes));
    expect(unwrap(await ours.transport.receive(us, none)).items.map((item) => item.id)).toEqual([id]);
    expect(unwrap(await ours.transport.chunksFrom(them, [id]))).toEqual(new Set([id]));
  });
});

/** A certificate for this machine that vouches for itself, as an authority of one's own does. */
function certificate(): { readonly certificate: string; readonly certificateKey: string; readonly ca: string } {
  const folder = tempFolder();
  const [certificate, certificateKey] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const made = spawnSync(findProgram('openssl') ?? '', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'],
    ...['-keyout', certificateKey, '-out', certificate],
  ]);
  if (made.status !== 0) throw new Error(made.stderr.toString());
  return { certificate, certificateKey, ca: readFileSync(certificate, 'utf8') };
}

/** A server that speaks TLS and WebSocket alone. */
async function encryptedServer() {
  const members = usualMembers();
  const { certificate: cert, certificateKey, ca } = certificate();
  const { url, files } = await oneServerFiles(members);
  const socket = `127.0.0.1:${await freePort()}`;
  await natsServer(url, {
    ...files,
    'encryption.conf': filled('encryption.conf', { certificate: cert, certificateKey, socketListen: socket }),
  });
  const { seed } = named(members, us);
  const place = (address: string, trusted?: string) => {
    const credentials = { type: 'nkey' as const, seed };
    const link = openNats({ office: us, servers: [address], credentials, ...(trusted ? { ca: trusted } : {}) });
    onTestFinished(link.close);
    return link;
  };
  return { tls: url.replace('nats:', 'tls:'), plain: url, wss: `wss://${socket}`, ca, place };
}

/** Both programs are needed: the one that is missing is named. */
const missing = findProgram('openssl') === undefined ? 'openssl' : 'nats-server';

describeWith(missing, 'an encrypted server whose certificate an authority of its own gave', () => {
  test('is trusted with that certificate, and out of reach without it', async () => {
    const { tls, plain, ca, place } = await encryptedServer();
    for (const address of [tls, plain]) {
      expect(refusal(await place(address).transport.receive(us, none))).toBe('unreachable');
      expect(unwrap(await place(address, ca).transport.receive(us, none)).items).toEqual([]);
    }
  });

  test('is spoken to through a WebSocket where nothing else is let out', async () => {
    const { wss, ca, place } = await encryptedServer();
    expect(refusal(await place(wss).transport.receive(us, none))).toBe('unreachable');
    const link = place(wss, ca);
    unwrap(await link.transport.receive(us, none));
    expect(await link.health()).toMatchObject({ state: 'connected', lastError: null });
    const arrived = Promise.withResolvers<void>();
    link.onArrival(arrived.resolve);
    const { id, bytes } = parcel('z'.repeat(300_000));
    unwrap(await link.transport.put(us, id, bytes));
    await arrived.promise;
    expect(unwrap(await link.transport.receive(us, none)).items.map((item) => item.size)).toEqual([300_000]);
  });
});

describeWith('nats-server', 'a server that should be encrypted and is not', () => {
  test('is given nothing in the clear', async () => {
    const { url, files } = await oneServerFiles([member(us, 'R310118', [])]);
    await natsServer(url, files);
    const { seed } = member(us, 'R310118', []);
    const settings = { office: us, servers: [url.replace('nats:', 'tls:')] };
    const link = openNats({ ...settings, credentials: { type: 'nkey', seed } });
    onTestFinished(link.close);
    expect(refusal(await link.transport.receive(us, none))).toBe('unreachable');
  });
});

describeWith('nats-server', `the templates, held against the server on this machine`, () => {
  const old = (): boolean => /v2\.9\./.test(installedVersion());

  test('are taken, but for the production lines by a server too old for them, which it says', async () => {
    const { files } = await oneServerFiles(usualMembers());
    const folder = tempFolder();
    writeConfiguration(folder, { ...files, 'production.conf': '' });
    expect(complaint(folder)).toBe('');
    writeFileSync(join(folder, 'production.conf'), template('production.conf'));
    if (old()) {
      expect(complaint(folder)).toContain('unknown field "sync_interval"');
      process.stdout.write(`${installedVersion()} refuses sync_interval: the base configuration was tested\n`);
    } else expect(complaint(folder)).toBe('');
  });

  test('run on a server that is said to be too old for keeping what it confirmed, while it is', async () => {
    const members = usualMembers();
    const { url, files } = await oneServerFiles(members);
    await natsServer(url, files);
    const health = await linkOf([url], named(members, us)).health();
    expect(health.tooOld).toBe(isBefore(installedVersion().replace(/^.*v/, ''), '2.12.3'));
    expect(health.durability).toBe(old() ? 'not-supported' : 'not-visible');
  });
});

describe('the guide', () => {
  test('names every template and every setting an operator fills in, in both languages', () => {
    const names = ['one-server', 'cluster', 'hub', 'leaf', 'account', 'office', 'partner', 'encryption', 'production'];
    const places = new Set(names.flatMap((name) => template(`${name}.conf`).match(/\{\{\w+\}\}/g) ?? []));
    for (const guide of ['guide.md', 'guide.zh-CN.md'].map(template)) {
      for (const name of names) expect(guide).toContain(`${name}.conf`);
      for (const place of places) expect(guide).toContain(place);
    }
  });
});

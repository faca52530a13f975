import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { largestCall } from '#electron/host/calls.ts';
import { type Attacked, hostUnderAttack, secretOutside } from './support/host-under-attack.ts';
import { rawHttp } from './support/raw-http.ts';

const json = { 'content-type': 'application/json' };

describe('what the browser host is handed', () => {
  let host: Attacked;
  let cookie: string;
  beforeAll(async () => {
    host = await hostUnderAttack({ partner: true, patience: { headers: 300, request: 600, idle: 300 } });
    cookie = await host.signIn();
  });
  beforeEach(() => {
    host.asked.length = 0;
  });
  afterAll(() => host.close());

  it.each([
    '/own/../secret.txt',
    '/own/..%2fsecret.txt',
    '/own/%2e%2e/secret.txt',
    '/own/..%5csecret.txt',
    '/own/..\\secret.txt',
    '/own/assets/../../secret.txt',
    '/own//etc/passwd',
    '/own/%00index.html',
    '/own/.env',
    '/own/linked.txt',
    '/own/index.html::$DATA',
    '/own/C:/secret.txt',
    '/own/assets',
    '/own/assets/',
    '/own/index.html/',
    `/own/${'a/'.repeat(400)}x.js`,
    '/%6fwn/index.html',
    '/own',
  ])('gives no file outside the interface for %s', async (path) => {
    const answer = await host.send(`GET ${path}`, { cookie });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain(secretOutside);
    expect(answer.body).not.toContain('root:');
  });

  it('gives the files of the interface with their types and keeps only hashed ones in the browser', async () => {
    const page = await host.send('GET /own/', { cookie });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.body).toContain('<head><script src="host-bridge.js"></script>');
    const script = await host.send('GET /own/assets/index-aB3dE5gH.js', { cookie });
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect((await host.send('HEAD /own/', { cookie })).body).toBe('');
  });

  it('leads to the language that was asked for, and answers the browser that looks for an icon', async () => {
    const english = await hostUnderAttack({ language: 'en' });
    const door = await fetch(english.host.address(), { redirect: 'manual' });
    expect(door.headers.get('location')).toBe('/own/?lang=en');
    const page = await english.send('GET /own/', { cookie: await english.signIn() });
    expect(page.body).toContain('<html lang="en">');
    expect((await english.send('GET /favicon.ico')).status).toBe(204);
    await english.close();
  });

  it.each([
    ['nothing', ''],
    ['half a call', '{"name":"x"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['no name', '{"input":{}}'],
    ['an extra key', '{"name":"x","input":{},"desk":"partner"}'],
    ['__proto__ beside the name', '{"name":"x","__proto__":{"input":1}}'],
    ['bytes that are not base64', '{"name":"x","input":{"$bytes":"***"}}'],
    ['a hundred thousand brackets', `{"name":"x","input":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['bytes that are not UTF-8', '{"name":"\xff\xfe"}'],
  ])('refuses %s before it reaches the backend', async (title, body) => {
    const bytes = Buffer.from(body, title.includes('UTF-8') ? 'latin1' : 'utf8');
    const answer = await fetch(`${host.origin}/own/invoke`, {
      method: 'POST',
      headers: { ...json, cookie, origin: host.origin },
      body: bytes,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ ok: false, failure: { kind: 'bad-input', code: 'bridge.malformed' } });
    expect(host.asked).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/json-p', ''])(
    'refuses the content type %s, which a foreign form could send',
    async (type) => {
      const answer = await host.send('POST /own/invoke', { cookie, 'content-type': type }, '{"name":"x","input":{}}');
      expect(answer.status).toBe(415);
      expect(host.asked).toEqual([]);
    },
  );

  it('hands __proto__ on as an ordinary key and pollutes nothing', async () => {
    const body = '{"name":"x","input":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}';
    expect((await host.send('POST /own/invoke', { cookie, ...json }, body)).status).toBe(200);
    const input = host.asked[0]?.input;
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
    expect(Object.keys(input as object)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('hands odd names on for the backend to refuse', async () => {
    for (const name of ['__proto__', 'toString', '', 'x'.repeat(100_000)]) {
      await host.send('POST /own/invoke', { cookie, ...json }, JSON.stringify({ name, input: {} }));
    }
    expect(host.asked.map((a) => String(a.name).length)).toEqual([9, 8, 0, 100_000]);
  });

  it('refuses a call over the limit, announced or not, and stays alive', async () => {
    const announced = await host.send('POST /own/invoke', {
      cookie,
      ...json,
      'content-length': String(largestCall + 1),
    });
    expect(announced.status).toBe(413);
    expect(JSON.parse(announced.body)).toEqual({ ok: false, failure: { kind: 'too-large', code: 'bridge.too-large' } });
    const head = `POST /own/invoke HTTP/1.1\r\nhost: ${host.authority}\r\norigin: ${host.origin}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const flooded = await rawHttp(host.host.port, head + chunk.repeat(40)).catch(() => undefined);
    // The connection may be cut before the answer is read; what counts is that nothing was handed on.
    expect(flooded === undefined || flooded.status === 413 || flooded.status === 0).toBe(true);
    expect(host.asked).toEqual([]);
    expect((await host.send('GET /own/', { cookie })).status).toBe(200);
  });

  it('takes a megabyte of bytes unharmed', async () => {
    const bytes = Buffer.alloc(1_048_576, 0xa5);
    const body = JSON.stringify({ name: 'file', input: { bytes: { $bytes: bytes.toString('base64') } } });
    const answer = await host.send('POST /own/invoke', { cookie, ...json }, body);
    expect(answer.status).toBe(200);
    const { input } = host.asked[0] as { input: { bytes: Uint8Array } };
    expect(Buffer.compare(input.bytes, bytes)).toBe(0);
  });

  it('says nothing of a bug in its answer', async () => {
    const answer = await host.send('POST /own/invoke', { cookie, ...json }, '{"name":"bug","input":{}}');
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toEqual({ ok: false, failure: { kind: 'internal', code: 'bridge.broken' } });
  });

  it('does not put what was asked for into headers or pages', async () => {
    const answer = await host.send('GET /own/<script>alert(1)</script>?token=%0d%0aset-cookie:%20x=1', { cookie });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('alert(1)');
    const door = await host.send('GET /?token=a%0d%0aset-cookie:%20x=1');
    expect(door.headers.has('set-cookie')).toBe(false);
    const header = await rawHttp(host.host.port, `GET / HTTP/1.1\r\nhost: ${host.authority}\nx: y\0z\r\n\r\n`);
    expect(header.status).toBe(400);
  });

  it('cuts a client that sends its headers or its body drop by drop', async () => {
    const slow = (text: string): Promise<number> => {
      const begun = performance.now();
      return new Promise((resolve) => {
        const socket = connect(host.host.port, '127.0.0.1', () => socket.write(text));
        const drip = setInterval(() => socket.writable && socket.write('a'), 100);
        socket.on('error', () => undefined);
        socket.resume().on('close', () => {
          clearInterval(drip);
          resolve(performance.now() - begun);
        });
      });
    };
    const headers = `POST /own/invoke HTTP/1.1\r\nhost: ${host.authority}\r\nx: `;
    const body = `POST /own/invoke HTTP/1.1\r\nhost: ${host.authority}\r\norigin: ${host.origin}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`;
    const [first, second] = await Promise.all([slow(headers), slow(body)]);
    expect(first).toBeLessThan(5_000);
    expect(second).toBeLessThan(5_000);
    expect(host.asked).toEqual([]);
  });

  it('refuses headers beyond 16 KiB', async () => {
    expect((await host.send('GET /own/', { cookie, 'x-big': 'x'.repeat(20_000) })).status).toBe(431);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attacked, hostUnderAttack } from './support/host-under-attack.ts';
import { rawHttp, request } from './support/raw-http.ts';

const json = { 'content-type': 'application/json' };
const call = JSON.stringify({ name: 'session.status', input: {} });

describe('who may come in to the browser host', () => {
  let host: Attacked;
  let cookie: string;
  beforeAll(async () => {
    host = await hostUnderAttack();
    cookie = await host.signIn();
  });
  afterAll(() => host.close());

  it('listens on loopback only', async () => {
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .filter((face) => face?.family === 'IPv4' && !face.internal);
    for (const face of outside) {
      await expect(fetch(`http://${face?.address}:${host.host.port}/`)).rejects.toThrow('fetch failed');
    }
    expect((await host.send('GET /')).status).toBe(303);
  });

  it('exchanges a token once for HttpOnly SameSite=Strict cookies, one for each desk', async () => {
    const path = host.host.address().slice(host.origin.length);
    const first = await fetch(host.origin + path, { redirect: 'manual' });
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/own/');
    expect(first.headers.get('cache-control')).toBe('no-store');
    const cookies = first.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const text of cookies)
      expect(text).toMatch(/^xieban-(own|partner)-\d+=[\w-]{43}; Path=\/\1\/; HttpOnly; SameSite=Strict$/);

    const again = await fetch(host.origin + path, { redirect: 'manual' });
    expect(again.status).toBe(403);
    expect(again.headers.getSetCookie()).toEqual([]);
    const text = await again.text();
    expect(text).toContain('此链接已用过');
    expect(text).toContain('has been used');
    expect(text).toContain('press Enter');
  });

  it('refuses a token that was never issued and does not use one up on HEAD', async () => {
    expect((await host.send('GET /?token=aaaa')).status).toBe(403);
    const address = host.host.address();
    expect((await fetch(address, { method: 'HEAD', redirect: 'manual' })).status).toBe(405);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
  });

  it('answers nothing of a desk without its cookie', async () => {
    for (const line of [
      'GET /own/',
      'GET /own/events',
      'GET /own/host-bridge.js',
      'GET /own/assets/index-aB3dE5gH.js',
    ]) {
      expect((await host.send(line)).status, line).toBe(401);
    }
    const refused = await host.send('POST /own/invoke', json, call);
    expect(refused.status).toBe(401);
    expect(JSON.parse(refused.body)).toEqual({ ok: false, failure: { kind: 'refused', code: 'bridge.signed-out' } });
    expect(host.asked).toEqual([]);
  });

  it('does not take the cookie of one desk for the other, nor a cookie with one letter changed', async () => {
    const [name = '', value = ''] = cookie.split('=');
    const altered = `${name}=${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`;
    const moved = `${name.replace('own', 'partner')}=${value}`;
    expect((await host.send('GET /own/', { cookie: altered })).status).toBe(401);
    expect((await host.send('GET /partner/', { cookie: moved })).status).toBe(401);
    expect((await host.send('GET /own/', { cookie: `${name}=` })).status).toBe(401);
    expect((await host.send('GET /own/', { cookie: `${altered}; ${cookie}` })).status).toBe(200);
  });

  it('says that there is no partner desk outside the sample', async () => {
    const partner = await host.signIn('partner');
    expect((await host.send('GET /partner/', { cookie: partner })).status).toBe(404);
    const asked = await host.send('POST /partner/invoke', { cookie: partner, ...json }, call);
    expect(JSON.parse(asked.body)).toEqual({ ok: false, failure: { kind: 'not-found', code: 'not-found.desk' } });
  });

  it.each([
    ['evil.example', 421],
    ['localhost', 421],
    ['127.0.0.1', 421],
    ['127.0.0.1:1', 421],
    ['[::1]', 421],
    ['', 421],
  ])('refuses the host %s, as after DNS rebinding', async (name, status) => {
    expect((await host.send('GET /own/', { host: name, cookie })).status).toBe(status);
    expect((await host.send('POST /own/invoke', { host: name, cookie, ...json }, call)).status).toBe(status);
    expect(host.asked).toEqual([]);
  });

  it('refuses two host headers, none, and an absolute address', async () => {
    const right = ['host', host.authority] as const;
    const twice = await rawHttp(
      host.host.port,
      request('GET /own/', [right, ['host', 'evil.example'], ['cookie', cookie]]),
    );
    expect(twice.status).toBeGreaterThanOrEqual(400);
    expect((await rawHttp(host.host.port, request('GET /own/', [['cookie', cookie]]))).status).toBe(400);
    expect((await host.send(`GET http://${host.authority}/own/`, { cookie })).status).toBe(403);
  });

  it.each(['http://evil.example', 'null', 'http://localhost:80', 'https://127.0.0.1', 'file://'])(
    'refuses the origin %s',
    async (origin) => {
      expect((await host.send('POST /own/invoke', { origin, cookie, ...json }, call)).status).toBe(403);
      expect((await host.send('GET /own/events', { origin, cookie })).status).toBe(403);
      expect(host.asked).toEqual([]);
    },
  );

  it('refuses a POST without an origin and pages of other ports of this machine', async () => {
    const bare = [
      ['host', host.authority],
      ['cookie', cookie],
      ['content-type', 'application/json'],
    ] as const;
    expect((await rawHttp(host.host.port, request('POST /own/invoke', bare, call))).status).toBe(403);
    for (const site of ['same-site', 'cross-site']) {
      expect((await host.send('POST /own/invoke', { cookie, ...json, 'sec-fetch-site': site }, call)).status).toBe(403);
      expect((await host.send('GET /own/', { cookie, 'sec-fetch-site': site })).status).toBe(403);
    }
    expect(host.asked).toEqual([]);
  });

  it('never allows another origin to read', async () => {
    const answers = await Promise.all([
      host.send('GET /own/', { cookie }),
      host.send('OPTIONS /own/invoke', { cookie, origin: 'http://evil.example' }),
      host.send('POST /own/invoke', { cookie, ...json }, call),
    ]);
    for (const answer of answers)
      expect([...answer.headers.keys()].filter((k) => k.startsWith('access-control'))).toEqual([]);
    expect(answers.map((a) => a.status)).toEqual([200, 405, 200]);
    host.asked.length = 0;
  });

  it.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'CONNECT'])('refuses the method %s', async (method) => {
    const answer = await host.send(`${method} /own/`, { cookie });
    expect([400, 405, 0]).toContain(answer.status);
    expect(answer.body).not.toContain('xieban-own');
  });

  it('sends the security headers with every answer, errors included', async () => {
    const answers = await Promise.all([
      host.send('GET /own/', { cookie }),
      host.send('GET /nothing'),
      host.send('GET /own/'),
      host.send('GET /'),
      host.send('GET /own/', { host: 'evil.example' }),
      host.send('POST /own/invoke', { cookie, ...json }, '{'),
    ]);
    for (const { headers, status } of answers) {
      expect(headers.get('content-security-policy'), String(status)).toContain("script-src 'self';");
      expect(headers.get('content-security-policy')).toContain("connect-src 'self';");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.has('x-powered-by')).toBe(false);
    }
  });
});

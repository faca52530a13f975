import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAppProtocol } from '#electron/main/app-protocol.ts';
import { readPagePath } from '#shared/contract/page-path.ts';
import { contentPolicy } from '#shared/contract/page-policy.ts';

const outside = 'outside the interface';

describe('the app:// protocol', () => {
  let answer: (request: Request) => Promise<Response>;
  let folder: string;
  beforeAll(() => {
    const root = mkdtempSync(join(tmpdir(), 'xieban-app-'));
    folder = join(root, 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(root, 'secret.txt'), outside);
    writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="zh-CN"><head></head></html>');
    writeFileSync(join(folder, 'assets', 'index-aB3dE5gH.js'), 'export {};');
    writeFileSync(join(folder, 'assets', 'program.exe'), outside);
    symlinkSync(join(root, 'secret.txt'), join(folder, 'linked.txt'));
    symlinkSync(root, join(folder, 'up'));
    answer = createAppProtocol(folder, 'en');
  });

  const get = (address: string, init?: RequestInit): Promise<Response> => answer(new Request(address, init));

  it('serves the interface to each desk, in the language of the start', async () => {
    for (const desk of ['own', 'partner']) {
      const page = await get(`app://xieban/${desk}/`);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await page.text()).toContain('<html lang="en">');
    }
    const script = await get('app://xieban/own/assets/index-aB3dE5gH.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await script.text()).toBe('export {};');
  });

  it.each([
    'app://xieban/own/../secret.txt',
    'app://xieban/own/%2e%2e/secret.txt',
    'app://xieban/own/..%2fsecret.txt',
    'app://xieban/own/..%5csecret.txt',
    'app://xieban/own/up/secret.txt',
    'app://xieban/own/linked.txt',
    'app://xieban/own//etc/passwd',
    'app://xieban/own/assets/program.exe',
    'app://xieban/own/assets',
    'app://xieban/own/%00',
    'app://xieban/etc/passwd',
    'app://xieban/',
    'app://elsewhere/own/',
    'app://xieban:80/own/',
    'app://user@xieban/own/',
    'https://xieban/own/',
    'file:///etc/passwd',
  ])('gives nothing for %s', async (address) => {
    // An address with a user name is no Request at all; Electron would hand over its text.
    const response = address.includes('@')
      ? await answer({ method: 'GET', url: address } as Request)
      : await get(address);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toBe(contentPolicy('app'));
  });

  it('answers GET only', async () => {
    expect((await get('app://xieban/own/', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('carries the policy: own scripts only, nothing inline, no network', async () => {
    const { headers } = await get('app://xieban/own/');
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((rule) => {
        const [name = '', ...values] = rule.split(' ');
        return [name, values.join(' ')] as const;
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'none'");
    expect(policy.get('worker-src')).toBe("'self'");
    for (const name of ['object-src', 'frame-src', 'base-uri', 'form-action', 'frame-ancestors']) {
      expect(policy.get(name), name).toBe("'none'");
    }
    for (const [name, values] of policy) {
      expect(values, name).not.toMatch(/unsafe-eval|\*|https?:/);
    }
    const inline = [...policy].filter(([, values]) => values.includes('unsafe-inline')).map(([name]) => name);
    expect(inline).toEqual(['style-src']);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(contentPolicy('host')).toBe(contentPolicy('app').replace("connect-src 'none'", "connect-src 'self'"));
  });
});

describe('paths of pages', () => {
  it('are files below the interface or nothing, whatever is asked', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('..', '.', '', '%2e%2e', 'own', 'partner', 'index.html', 'a.js', '\\', 'C:', '\0', '~', 'a.js\n'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const page = readPagePath(`/${parts.join('/')}`);
        if (page === undefined) return;
        expect(page.file).toMatch(/^[\w-]+(\.[\w-]+)*(\/[\w-]+(\.[\w-]+)*)*$/);
        expect(join('/root', page.file).startsWith('/root/')).toBe(true);
        expect(page.file.split('/')).not.toContain('..');
      }),
      { numRuns: 2_000 },
    );
  });

  it('know which files carry a hash of their content', () => {
    expect(readPagePath('/own/')).toEqual({
      desk: 'own',
      file: 'index.html',
      type: 'text/html; charset=utf-8',
      hashed: false,
    });
    expect(readPagePath('/partner/assets/index-aB3dE5gH.css')).toMatchObject({ desk: 'partner', hashed: true });
    expect(readPagePath('/own/assets/plain.css')).toMatchObject({ hashed: false });
    expect(readPagePath('/own/index-aB3dE5gH.js')).toMatchObject({ hashed: false });
    expect(readPagePath('/own/index.html\n')).toBeUndefined();
    for (const path of ['', '/', 'own/', '/own', '/OWN/', '/__proto__/', '/own/a.constructor', '/own/x']) {
      expect(readPagePath(path), path).toBeUndefined();
    }
  });
});

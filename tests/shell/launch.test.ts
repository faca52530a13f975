import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from '#electron/backend/path.ts';
import { readLaunch } from '#electron/main/launch-options.ts';

describe('how the shell is started', () => {
  it('takes the options of npm start and passes over what systems add', () => {
    const args = ['.', '--ozone-platform=wayland', '--data', '/d/x', '--sample', '--port', '4000', '--lang', 'en'];
    expect(readLaunch(args, '/default', 'zh-CN')).toEqual({ folder: '/d/x', sample: true, language: 'en' });
  });

  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['', 'zh-CN'],
    ['en-GB', 'en'],
    ['fr', 'en'],
  ])('follows the system language %s', (system, language) => {
    expect(readLaunch(['.'], '/default', system)).toEqual({ folder: '/default', sample: false, language });
  });

  it('makes a relative folder absolute and an empty one the default', () => {
    expect(readLaunch(['--data', 'here'], '/default', '').folder).toBe(`${process.cwd()}/here`);
    expect(readLaunch(['--data', ''], '/default', '').folder).toBe('/default');
  });

  it.each([
    ['linux', {}, '/home/a/.local/share/xieban'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/xieban'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/xieban'],
    ['darwin', {}, '/home/a/Library/Application Support/xieban'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/xieban'],
    ['win32', {}, '/home/a/AppData/Roaming/xieban'],
  ])('keeps data on %s with %o in %s', (platform, env, folder) => {
    expect(defaultDataFolder({ platform, home: '/home/a', env })).toBe(folder);
  });
});

/** Child process: takes the lock of the folder given as argument and holds it until it is killed. */
import { lockFolder } from '#electron/store/folder-lock.ts';

const locked = lockFolder(process.argv[2] ?? '');
process.stdout.write(`${locked.ok ? 'held' : locked.error.code}\n`);
if (locked.ok) setInterval(() => locked.value.folder, 60_000);

import { openGallery } from './gallery-site.ts';

const want = process.argv.slice(2);
const site = await openGallery('/usr/bin/chromium');
for (const spec of want) {
  const o = Object.fromEntries(new URLSearchParams(spec));
  const { page, problems } = await site.open({
    ...o,
    width: Number(o.width ?? 1366),
    height: Number(o.height ?? 768),
    scale: Number(o.scale ?? 1),
    size: Number(o.size ?? 14),
  } as never);
  await page.waitForTimeout(400);
  if (o.do) await eval(`(async()=>{${o.do}})()`);
  await page.screenshot({ path: `/tmp/shots/${o.name ?? o.exhibit}.png` });
  if (problems.length) console.log(spec, problems.slice(0, 8));
}
await site.close();

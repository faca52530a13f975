import { afterAll, beforeAll, expect, it } from 'vitest';
import { manifestIdField, officeIdField, requestIdField } from '#shared/contract/fields.ts';
import { describeWith } from '../support/describe-with.ts';
import { press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

/** Reports progress on an accepted request with a small file; the other office is reached by medium alone. */
async function sendFile({ page, ask }: ProductPage, name: string): Promise<void> {
  const { upload } = await ask('file.begin', { name, size: 36 });
  // Bytes cross as bytes only: they are made in the page itself.
  await page.evaluate(async (id) => {
    const { xieban } = window as unknown as { xieban: { invoke: (name: string, input: unknown) => Promise<unknown> } };
    const bytes = new TextEncoder().encode(crypto.randomUUID());
    await xieban.invoke('file.append', { upload: id, offset: 0, bytes });
  }, upload);
  const taken = await ask('file.finish', { upload });
  const file = { manifest: manifestIdField.parse(taken.manifest), name, size: taken.size, pages: 1 };
  const { rows } = await ask('request.list', { direction: 'in' });
  const request = requestIdField.parse(rows.find((row) => row.state === 'accepted')?.id);
  const { today } = await ask('session.status', {});
  await ask('request.progress', { request, on: today as never, text: '已调取部分材料。', files: [file] });
}

describeWith('chromium', 'files on their way in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('are listed in their order, paused, moved to the front and let go on by keyboard alone', async () => {
    const [one, other] = [await site.open('partner'), await site.open('own')];
    const office = officeIdField.parse((await other.ask('office.get', {})).id);
    await one.ask('partner.setFolder', { office, folder: '' });
    await sendFile(one, '考勤.xlsx');
    await sendFile(one, '工资台账.pdf');
    await one.go('#/sync');
    const panel = one.page.getByRole('region', { name: /^在途文件/ });
    await panel.getByText('工资台账.pdf').waitFor();
    const names = async () =>
      (await panel.locator('li bdi').allTextContents()).filter((name) => /台账|考勤/.test(name));
    expect(await names()).toEqual(['考勤.xlsx', '工资台账.pdf']);
    expect(await one.violations()).toEqual([]);

    await press(one.page, /^优先传送：工资台账/);
    await expect.poll(names).toEqual(['工资台账.pdf', '考勤.xlsx']);
    await press(one.page, /^暂停：考勤/);
    await panel.getByText('暂停的文件不经文件夹和服务器传送').waitFor();
    expect((await one.ask('transfer.list', {})).rows.filter(({ paused }) => paused)).toMatchObject([
      { name: '考勤.xlsx', direction: 'out' },
    ]);
    await press(one.page, /^继续：考勤/);
    await expect.poll(async () => (await one.ask('transfer.list', {})).rows.some(({ paused }) => paused)).toBe(false);
    expect(await one.violations()).toEqual([]);
    expect([...one.problems, ...other.problems]).toEqual([]);
  });
});

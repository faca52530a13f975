import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

type Desk = Awaited<ReturnType<ProductSite['open']>>;

/** An arbitration file of the sample that was just accepted; ids are looked up where the screens look. */
async function acceptedFile({ ask }: Pick<Desk, 'ask'>): Promise<string> {
  const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
  for (const { id } of rows) {
    const { life } = await ask('dossier.get', { dossier: id as never });
    if (life.stage === 'ACCEPTED' && life.offered.includes('arb.panel')) return id;
  }
  throw new Error('the sample has no accepted file');
}

const place = (page: Page) => page.locator('.stage-place[aria-current="step"]').textContent();

async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOK_FOLDER'];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

describeWith('chromium', 'the steps of a file in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('takes a step and puts it right by keyboard alone', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const id = await acceptedFile({ ask });
    await go(`#/dossiers/${id}`);
    await page.locator('.stage-line').waitFor();
    expect(await place(page)).toBe('已受理');
    await look(page, 'steps-line');
    await press(page, /^组庭$/);
    await page.locator('dialog[open] .form').waitFor();
    await fill(page, /^组庭通知书/, '组庭1号');
    await look(page, 'steps-form');
    await page.keyboard.press('Control+S');
    await page.locator('.stage-place.now', { hasText: '已组庭' }).waitFor();
    await page.locator('.step-row', { hasText: '组庭1号' }).waitFor();

    await press(page, /^更正：组庭/);
    await page.locator('dialog[open] .form').waitFor();
    await page.getByRole('radio', { name: '撤销这一步' }).press('Space');
    await page.keyboard.press('Control+S');
    await page.getByText('请写明更正的原因。').waitFor();
    await fill(page, /^更正的原因/, '录到了别的案件');
    await look(page, 'steps-correct');
    await page.keyboard.press('Control+S');
    await page.locator('.stage-place.now', { hasText: '已受理' }).waitFor();
    await page.locator('.step-row.struck', { hasText: '录到了别的案件' }).waitFor();
    await look(page, 'steps-struck');
    const { life } = await ask('dossier.get', { dossier: id as never });
    expect(life.steps.at(-1)).toMatchObject({ code: 'arb.panel', struck: true });
    expect(problems).toEqual([]);
  });

  it('lets the party of a public notice be unchosen again, since a notice need not name one', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const id = await acceptedFile({ ask });
    await go(`#/dossiers/${id}?act=dossier.step:arb.notice`);
    const form = page.locator('dialog[open] .form');
    await form.waitFor();
    const party = form.locator('.ant-select').first();
    await tabTo(page, /^当事人/);
    await page.keyboard.press('ArrowDown');
    await page.locator('.ant-select-item-option').first().waitFor();
    await page.keyboard.press('Enter');
    await party.hover();
    await party.locator('.ant-select-clear').click();
    await fill(page, /^送达公告/, '公告1号');
    await page.keyboard.press('Control+S');
    await page.locator('.step-row', { hasText: '公告1号' }).waitFor();
    const { life } = await ask('dossier.get', { dossier: id as never });
    expect(life.steps.at(-1)).toMatchObject({ code: 'arb.notice', party: '' });
    expect(problems).toEqual([]);
  });

  it('asks for the approval of filing where nobody complained, and for none where somebody did', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const parties = [
      { role: 'complainant', name: '周样甲', type: 'person' },
      { role: 'employer', name: '某样物流有限公司', type: 'unit' },
    ] as never;
    const received = async (channel: string) =>
      (await ask('dossier.receive', { side: 'lsi', channel, receivedOn: '2026-03-02' as never, parties })).id;
    await go(`#/dossiers/${await received('report')}?act=dossier.accept`);
    const form = page.locator('dialog[open] .form');
    await form.waitFor();
    await page.keyboard.press('Control+S');
    await page.getByText('这一步须经批准，请填写决定人。').waitFor();
    const complaint = await received('complaint');
    await go(`#/dossiers/${complaint}`);
    await go(`#/dossiers/${complaint}?act=dossier.accept`);
    await form.waitFor();
    await page.keyboard.press('Control+S');
    await page.locator('.stage-place.now', { hasText: '已立案' }).waitFor();
    expect(problems).toEqual([]);
  });

  it.each([
    {
      language: 'zh-CN',
      lacks: ['请选择事由。', '这一步须经批准，请填写决定人。', '这一步须有文书，请填写文号或名称。'],
      beside: '中止审理',
    },
    {
      language: 'en',
      lacks: [
        'Please choose the ground.',
        'This step needs approval; please say who decided.',
        'This step needs a paper; please give its number or name.',
      ],
      beside: 'Suspend',
    },
  ] as const)('says what a step lacks and is accessible in both languages ($language)', async (said) => {
    const { page, go, ask, violations, problems } = await site.open('own');
    await ask('office.setSettings', { language: said.language });
    await page.locator(`html[lang="${said.language}"]`).waitFor();
    const id = await acceptedFile({ ask });
    await go(`#/dossiers/${id}?act=dossier.step:arb.suspend`);
    await page.locator('dialog[open] .form').waitFor();
    await page.keyboard.press('Control+S');
    for (const text of said.lacks) await page.getByText(text).waitFor();
    expect(await violations()).toEqual([]);
    await go(`#/dossiers/${id}`);
    await page.locator('dialog[open]').waitFor({ state: 'hidden' });
    await page.locator('.stage-beside > summary').press('Enter');
    await page.locator('.stage-beside').getByRole('button', { name: said.beside, exact: true }).waitFor();
    expect(await violations()).toEqual([]);
    await look(page, `steps-beside-${said.language}`);
    await ask('office.setSettings', { language: 'zh-CN' });
    expect(problems).toEqual([]);
  });
});

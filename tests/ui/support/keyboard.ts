import type { Page } from 'playwright-core';

/** The name by which a person, or a screen reader, knows what has the focus. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<HTMLLabelElement> | null) ?? [])] : [];
    const name = element.getAttribute('aria-label') ?? labels.map((label) => label.textContent).join(' ');
    return (name === '' ? (element.textContent ?? '') : name).trim();
  });
}

/** Presses Tab until something with this name has the focus; fails when the focus goes round without meeting it. */
export async function tabTo(page: Page, name: RegExp, most = 120): Promise<void> {
  const met: string[] = [];
  for (let step = 0; step < most; step += 1) {
    const here = await focusedName(page);
    if (name.test(here)) return;
    met.push(here);
    await page.keyboard.press('Tab');
  }
  throw new Error(`no ${String(name)} among ${met.slice(-40).join(' / ')}`);
}

/** Goes to a control by Tab and presses Enter on it. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Goes to a field by Tab and types into it in place of what it holds. */
export async function fill(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

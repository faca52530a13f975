import { assistRules } from '#shared/domain/assist/rules.ts';
import { largestProof } from '#shared/protocol/proof/proof-file.ts';
import type { ProofVerdict } from '#shared/protocol/proof/proof-verdict.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import { reportOf } from '../report.ts';
import { type Language, wordsOf } from '../words.ts';
import { browserSuites, canCheck } from './browser-suites.ts';

type Checked = { readonly name: string; readonly verdict: ProofVerdict };

let language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
let checked: Checked | undefined;
let able = true;
/** Number of the file chosen last, and whether its check still runs. */
let turn = 0;
let checking = false;

function part<K extends keyof HTMLElementTagNameMap>(tag: K, text: string, name = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}

const found = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no ${id}`);
  return element;
};

/** Checks a file; nothing of it leaves the page, which may not reach any network. */
async function check(bytes: Uint8Array): Promise<ProofVerdict> {
  const { suites, settle } = browserSuites();
  for (;;) {
    const verdict = verifyProof(bytes, { suites, rules: assistRules });
    if ((await settle()) === 0) return verdict;
  }
}

function showReport({ name, verdict }: Checked): readonly Node[] {
  const { verdict: said, sections } = reportOf(verdict, language);
  const blocks = sections.flatMap(({ title, lines }) => {
    const list = document.createElement('ul');
    list.append(...lines.map((line) => part('li', line)));
    return [part('h2', title), list];
  });
  return [part('p', said, verdict.ok ? 'verdict good' : 'verdict bad'), part('p', name, 'name'), ...blocks];
}

function show(): void {
  const { page } = wordsOf(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = wordsOf(language).title;
  found('title').textContent = wordsOf(language).title;
  found('what').textContent = page.what;
  found('label').textContent = page.choose;
  found('language').textContent = page.other;
  found('print').textContent = page.print;
  found('print').hidden = checked === undefined;
  const unable = able ? [] : [part('p', page.unable, 'verdict bad')];
  const waiting = checking ? [part('p', page.checking)] : unable;
  found('result').replaceChildren(...(checked ? showReport(checked) : waiting));
}

/** The bytes of a file, of a large one no more than it takes to know it is too large; none where it cannot be read. */
async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, largestProof + 1).arrayBuffer());
  } catch {
    return new Uint8Array();
  }
}

/** Checks a file and shows the verdict, unless another file was chosen meanwhile: that one has the last word. */
async function take(file: File | undefined): Promise<void> {
  if (!file || !able) return;
  turn += 1;
  const own = turn;
  checking = true;
  checked = undefined;
  show();
  const bytes = await bytesOf(file);
  const verdict = own === turn ? await check(bytes) : undefined;
  if (own !== turn || !verdict) return;
  checking = false;
  checked = { name: file.name, verdict };
  show();
}

const input = found('file');
input.addEventListener('change', () => {
  if (input instanceof HTMLInputElement) void take(input.files?.[0]);
});
found('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  show();
});
found('print').addEventListener('click', () => {
  window.print();
});
document.addEventListener('dragover', (event) => {
  event.preventDefault();
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void take(event.dataTransfer?.files[0]);
});
show();
void canCheck().then((can) => {
  able = can;
  input.toggleAttribute('disabled', !can);
  show();
});

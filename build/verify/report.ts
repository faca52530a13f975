import type { ProofLine, ProofVerdict } from '#shared/protocol/proof/proof-verdict.ts';
import { type Language, put, sentence, type Words, wordsOf } from './words.ts';

/** A heading with its lines. */
export type Section = { readonly title: string; readonly lines: readonly string[] };

/** A verdict in words: its first sentence and the sections that follow. */
export type Report = { readonly verdict: string; readonly sections: readonly Section[] };

function proofOf(line: ProofLine, verdict: ProofVerdict, words: Words): string {
  const receipt = line.receipt && verdict.receipts[line.receipt.index];
  const said = [
    receipt && line.receipt
      ? put(words.signed, {
          number: receipt.number,
          position: line.receipt.position,
          heard: receipt.heard.replace('T', ' '),
        })
      : '',
    line.storedOn === null ? '' : put(words.stored, { on: line.storedOn }),
    line.seen === null ? '' : put(words.seen, line.seen),
  ].filter((text) => text !== '');
  return said.length === 0 ? words.unsigned : said.join(' | ');
}

function aboutFile(verdict: ProofVerdict, words: Words): Section {
  const counts = (['r', 'e'] as const).map((side) => {
    const n = verdict.lines.filter((line) => line.side === side).length;
    return `${words[side]} ${put(words.entries, { n, head: verdict.heads[side]?.id ?? '-' })}`;
  });
  const facts = [
    [words.request, verdict.request],
    [words.maker, verdict.maker],
    [words.hash, verdict.hash],
    [words.digest, verdict.digest],
  ] as const;
  const known = facts.filter(([, value]) => value !== null).map(([name, value]) => `${name} ${value ?? ''}`);
  return { title: words.about, lines: [...known, ...counts] };
}

/** Tells a verdict: what was checked, by whom it was signed for, and everything that is wrong. */
export function reportOf(verdict: ProofVerdict, language: Language): Report {
  const words = wordsOf(language);
  const faults = { title: words.faults, lines: verdict.faults.map((fault) => sentence(fault, language)) };
  const said = verdict.ok ? words.ok : put(words.notOk, { n: verdict.faults.length });
  if (verdict.hash === null) return { verdict: verdict.isProof ? said : words.noProof, sections: [faults] };
  const offices = verdict.offices.map(({ side, name, office, fingerprint, keyHash }) =>
    [`${words[side]} ${name} (${office})`, `${words.fingerprint} ${fingerprint}`, `${words.keyHash} ${keyHash}`].join(
      ' | ',
    ),
  );
  const lines = verdict.lines.map((line) => {
    const kinds: Readonly<Record<string, string>> = words.kinds;
    const kind = kinds[line.kind] ?? line.kind;
    const head = `${words[line.side]} ${put(words.line, { n: line.seq, kind, on: line.on.replace('T', ' ') })}`;
    const text = words.text[line.body];
    return [head, text, proofOf(line, verdict, words)].filter((part) => part !== '').join(' | ');
  });
  const receipts = verdict.receipts.map((one) => put(words.receipt, { ...one, heard: one.heard.replace('T', ' ') }));
  const remarks = verdict.remarks.map((one) => sentence(one, language));
  const sections = [
    faults,
    aboutFile(verdict, words),
    { title: words.offices, lines: offices },
    { title: words.lines, lines },
    { title: words.receipts, lines: receipts },
    { title: words.remarks, lines: [...remarks, words.limits] },
  ];
  return { verdict: said, sections: sections.filter((section) => section.lines.length > 0) };
}

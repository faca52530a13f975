/** A replacement in one file; `find` must occur exactly once, so that a mutant never silently stops being one. */
export type Patch = { readonly file: string; readonly find: string; readonly replace: string };

/** A bug planted into the real protocol, or into the simulated backend around it, that the simulator must find. */
export type Mutant = { readonly name: string; readonly patches: readonly Patch[] };

const protocol = (file: string): string => `shared/protocol/${file}.ts`;
const assist = (file: string): string => `shared/domain/assist/${file}.ts`;

/** Each is a mistake a careful programmer could make. */
export const mutants: readonly Mutant[] = [
  {
    name: 'no duplicate check',
    patches: [
      {
        file: protocol('take-bundle'),
        find: 'if (last <= incoming.position.n) return alreadyHeld(',
        replace: 'if (last < 0) return alreadyHeld(',
      },
      {
        file: protocol('take-bundle'),
        find: 'parcels.slice(start.n - manifest.first + 1)',
        replace: 'parcels.slice(0)',
      },
    ],
  },
  {
    name: 'no signature check',
    patches: [
      {
        file: protocol('signed-document'),
        find: 'return signature !== undefined && verifying.verify(',
        replace: 'return signature === undefined || true || verifying.verify(',
      },
      {
        file: protocol('verify-entry'),
        find: '!ports.verifying.verify(',
        replace: '!true && !ports.verifying.verify(',
      },
      { file: protocol('bundle'), find: '!== manifest.content', replace: '=== "never"' },
      { file: protocol('bundle'), find: '=== manifest.after ? ok(bundle)', replace: '!== "never" ? ok(bundle)' },
    ],
  },
  {
    name: 'receipt before commit',
    patches: [
      {
        file: protocol('step'),
        find: 'const outcome = decide(state, input, moment, ports);',
        replace:
          "const decided = decide(state, input, moment, ports); const early = input.type === 'bundle' && Math.abs(moment.nowMs - decided.state.link.receipt.lastAt) > 5_000 ? makeReceipts(decided.state.link, { opened: [], rejected: [], notUnderstood: [], missing: [], card: null }, moment.nowMs, ports) : undefined; const outcome = early ? { ...decided, state: { ...decided.state, link: { ...decided.state.link, receipt: { ...decided.state.link.receipt, number: early.link.receipt.number, lastAt: moment.nowMs } } }, outputs: [...decided.outputs, ...early.outputs] } : decided;",
      },
      {
        file: 'tests/simulation/run-step.ts',
        find: 'const cut = cutOf(office);',
        replace:
          "emit(office, partner, result.outputs.filter((one) => one.type === 'receipt'), around); const cut = cutOf(office);",
      },
    ],
  },
  {
    name: 'what was sent is never sent again',
    patches: [{ file: protocol('take-receipt'), find: 'return receiptedUpTo(link);', replace: 'return link.given;' }],
  },
  {
    name: 'contradictions in a chain are not looked for',
    patches: [
      { file: protocol('place-entry'), find: "if (known) return 'fork';", replace: "if (known) return 'known';" },
      { file: protocol('place-entry'), find: "? 'next' : 'fork'", replace: "? 'next' : 'next'" },
    ],
  },
  {
    name: 'the order names another command than the one it applies',
    patches: [
      {
        file: protocol('apply-command'),
        find: 'const embedded = { header: command.header, signature: command.signature };',
        replace:
          'const wrong = slice.r.entries[0] ?? command; const embedded = { header: wrong.header, signature: wrong.signature };',
      },
    ],
  },
  {
    name: 'close ignores newer entries of the executor',
    patches: [
      {
        file: assist('closing'),
        find: 'if (knowsClose(book, event)) return;',
        replace: 'if (book.close !== null) return;',
      },
    ],
  },
  {
    name: 'a gap in the stream is stepped over',
    patches: [
      {
        file: protocol('take-bundle'),
        find: 'if (first > incoming.position.n + 1) return',
        replace: 'if (first < 0) return',
      },
      {
        file: protocol('take-bundle'),
        find: 'if (last >= incoming.position.n && !continues(',
        replace: 'if (last < 0 && !continues(',
      },
      {
        file: protocol('take-bundle'),
        find: 'parcels.slice(start.n - manifest.first + 1)',
        replace: 'parcels.slice(Math.max(0, start.n - manifest.first + 1))',
      },
    ],
  },
  {
    name: 'the executor orders a command twice',
    patches: [
      {
        file: protocol('apply-command'),
        find: '|| isApplied(slice, command)',
        replace: '|| (slice.e.entries.length < 0 && isApplied(slice, command))',
      },
    ],
  },
  {
    name: 'any receipt is believed',
    patches: [
      {
        file: protocol('take-receipt'),
        find: "if (!believed) return 'believe';",
        replace: "if (link.given >= 0) return 'believe'; if (!believed) return 'believe';",
      },
    ],
  },
  {
    name: 'every receipt is answered at once',
    patches: [
      { file: protocol('schedule'), find: '+ (news ? coalesceMs : receipt.quiet)', replace: '+ (news ? 0 : 0)' },
      {
        file: protocol('take-receipt'),
        find: 'return receipt.nonce === link.theirNonce ? sending :',
        replace: 'return receipt.number < 0 ? sending :',
      },
    ],
  },
  {
    name: 'withdrawal counts after a final result',
    patches: [
      {
        file: assist('life'),
        find: "    ok: open,\n    late: ['answered', 'withdrawn', 'closed'],\n    to: { sent: 'withdrawn'",
        replace:
          "    ok: [...open, 'answered'],\n    late: ['withdrawn', 'closed'],\n    to: { answered: 'withdrawn', sent: 'withdrawn'",
      },
    ],
  },
  {
    name: 'a clock set back stops the timers',
    patches: [
      { file: protocol('schedule'), find: 'at <= nowMs || at > nowMs + longestIdleMs', replace: 'at <= nowMs' },
      { file: protocol('schedule'), find: '=> Math.min(at, nowMs)', replace: '=> (nowMs < 0 ? nowMs : at)' },
    ],
  },
  {
    name: 'an old word is believed without its echo',
    patches: [
      {
        file: protocol('take-receipt'),
        find: "return receipt.echo === link.nonce && !link.nonceUsed ? 'believe' : 'prove';",
        replace: "return 'believe';",
      },
    ],
  },
  {
    name: 'what waited for a newer program is never put in order',
    patches: [
      {
        file: protocol('step'),
        find: 'for (const command of first.r.entries) {',
        replace: 'for (const command of first.r.entries.slice(0, 0)) {',
      },
    ],
  },
];

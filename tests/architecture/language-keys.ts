import { parseSync } from '@swc/core';
import type { SourceFile } from './source-files.ts';

/** The texts of one language: namespace -> key in dots -> text. */
export type Texts = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A key the sources ask for. A pattern stands for a key that is put together while running. */
export type KeyUse = { readonly path: string; readonly namespace: string | undefined; readonly key: string | RegExp };

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const node = (value: unknown): Node => (isNode(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const name = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Flattens a language file: {"a": {"b": "x"}} gives 'a.b' -> 'x'. */
export function flatten(value: unknown, prefix = ''): ReadonlyMap<string, string> {
  const pairs = Object.entries(node(value)).flatMap(([key, inner]): (readonly [string, string])[] =>
    typeof inner === 'string' ? [[prefix + key, inner]] : [...flatten(inner, `${prefix}${key}.`)],
  );
  return new Map(pairs);
}

/** i18next appends the plural form of the language to a key that is asked for with a count. */
export const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The keys an expression can be: a literal, both arms of a choice, or a pattern for a template. */
function keysOf(expression: Node): readonly (string | RegExp)[] {
  switch (expression['type']) {
    case 'StringLiteral':
      return [name(expression['value'])];
    case 'ConditionalExpression':
      return [...keysOf(node(expression['consequent'])), ...keysOf(node(expression['alternate']))];
    case 'ParenthesisExpression':
    case 'TsAsExpression':
    case 'TsConstAssertion':
      return keysOf(node(expression['expression']));
    case 'TemplateLiteral': {
      const parts = list(expression['quasis']).map((part) => name(node(part)['cooked']));
      return parts.length === 1 ? parts : [new RegExp(`^${parts.map(escaped).join('[^:]+')}$`)];
    }
    default:
      return [];
  }
}

/** `const { t } = useTranslation('ns')` and `const { t: other } = ...`: the names it brings in, with the namespace. */
function translators(declarator: Node): readonly (readonly [string, string])[] {
  const init = node(declarator['init']);
  if (init['type'] !== 'CallExpression' || node(init['callee'])['value'] !== 'useTranslation') return [];
  const namespace = keysOf(node(node(list(init['arguments'])[0])['expression']))[0];
  return list(node(declarator['id'])['properties']).flatMap((property): (readonly [string, string])[] => {
    const key = name(node(node(property)['key'])['value']);
    const local =
      node(property)['type'] === 'KeyValuePatternProperty' ? name(node(node(property)['value'])['value']) : key;
    return key === 't' && typeof namespace === 'string' ? [[local, namespace]] : [];
  });
}

const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

function walk(at: unknown, scope: Map<string, string>, path: string, found: KeyUse[]): void {
  if (Array.isArray(at)) for (const item of at) walk(item, scope, path, found);
  if (!isNode(at) || Array.isArray(at)) return;
  const inner = functions.includes(name(at['type'])) ? new Map(scope) : scope;
  if (at['type'] === 'VariableDeclarator')
    for (const [local, namespace] of translators(at)) inner.set(local, namespace);
  if (at['type'] === 'CallExpression') {
    const callee = node(at['callee']);
    const local =
      callee['type'] === 'MemberExpression' ? name(node(callee['property'])['value']) : name(callee['value']);
    if (local === 't' || inner.has(local)) {
      for (const key of keysOf(node(node(list(at['arguments'])[0])['expression']))) {
        const [given, rest] = typeof key === 'string' && key.includes(':') ? key.split(':') : [inner.get(local), key];
        found.push({ path, namespace: given, key: rest ?? key });
      }
    }
  }
  for (const value of Object.values(at)) if (isNode(value)) walk(value, inner, path, found);
}

/** Every key the sources ask a translator for. */
export function keyUses(sources: readonly SourceFile[]): readonly KeyUse[] {
  const found: KeyUse[] = [];
  for (const { path, text } of sources) {
    walk(parseSync(text, { syntax: 'typescript', tsx: path.endsWith('.tsx') }).body, new Map(), path, found);
  }
  return found;
}

const matches = (wanted: string | RegExp, key: string): boolean =>
  typeof wanted === 'string' ? wanted === withoutPlural(key) || wanted === key : wanted.test(withoutPlural(key));

/** Keys that are asked for and that no file of the language holds. */
export function unknownKeys(uses: readonly KeyUse[], texts: Texts): readonly string[] {
  return uses
    .filter(({ namespace, key }) => {
      const places =
        namespace === undefined ? [...texts.values()] : [texts.get(namespace) ?? new Map<string, string>()];
      return !places.some((place) => [...place.keys()].some((known) => matches(key, known)));
    })
    .map(({ path, namespace, key }) => `${path}: ${namespace ?? '?'}:${String(key)}`);
}

/**
 * Keys nobody asks for. A key also counts as used when it stands as a whole string in some source, or fits a template
 * there, because tables of keys are handed around as data.
 */
export function unusedKeys(sources: readonly SourceFile[], uses: readonly KeyUse[], texts: Texts): readonly string[] {
  const literals = new Set(
    sources.flatMap(({ text }) => [...text.matchAll(/'([\w.:-]+)'/g)].map(([, literal]) => literal ?? '')),
  );
  const templates = sources
    .flatMap(({ text }) =>
      [...text.matchAll(/`([\w.:-]*\$\{[^`]*)`/g)].map(([, body]) => (body ?? '').split(/\$\{[^}]*\}/)),
    )
    .filter((parts) => parts[0]?.includes('.') && parts.every((part) => /^[\w.:-]*$/.test(part)))
    .map((parts) => new RegExp(`^${parts.map(escaped).join('[^:]+')}$`));
  return [...texts].flatMap(([namespace, keys]) =>
    [...keys.keys()]
      .filter((key) => {
        const plain = withoutPlural(key);
        const asked = uses.some((use) => (use.namespace ?? namespace) === namespace && matches(use.key, key));
        const named = literals.has(plain) || literals.has(`${namespace}:${plain}`);
        return !asked && !named && !templates.some((form) => form.test(plain) || form.test(`${namespace}:${plain}`));
      })
      .map((key) => `${namespace}:${key}`),
  );
}

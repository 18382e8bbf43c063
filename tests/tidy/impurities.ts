import type { Node } from 'oxc-parser';
import { PURE_NODE_MODULES, PURE_PACKAGES } from './rules';
import { importsOf, nameOf, nodesOf, parse, type SourceFile } from './source';

export interface Impurity {
  what: string;
  offset: number;
}

/** What in a file depends on more than its arguments: clock, chance, database, network, environment. */
export function impuritiesOf(file: SourceFile): Impurity[] {
  const inCode = [...nodesOf(parse(file).program)].flatMap((node) => {
    const what = impureUse(node);
    return what ? [{ what, offset: node.start }] : [];
  });
  const imported = importsOf(file)
    .filter((used) => !used.typeOnly && !used.internal && !isPureImport(used))
    .map((used) => ({ what: `${used.target} (${used.names.join(', ')})`, offset: used.offset }));
  return [...inCode, ...imported];
}

function isPureImport({ target, names }: { target: string; names: string[] }): boolean {
  const randomness = (name: string): boolean =>
    /random|generate|^webcrypto$|^\*$|^default$/i.test(name);
  if (target === 'node:crypto') return !names.some(randomness);
  return PURE_PACKAGES.includes(target) || PURE_NODE_MODULES.includes(target);
}

const IMPURE_MEMBERS: Record<string, RegExp> = {
  Date: /^now$/,
  Math: /^random$/,
  performance: /./,
  process: /./,
  crypto: /^(randomUUID|getRandomValues)$/,
  globalThis: /./,
  tx: /./,
};

function impureUse(node: Node): string | undefined {
  switch (node.type) {
    case 'NewExpression':
    case 'CallExpression': {
      if (node.callee.type !== 'Identifier') return undefined;
      const called = node.callee.name;
      const clock = called === 'Date' && (node.type === 'CallExpression' || !node.arguments.length);
      if (clock) return 'the clock (Date)';
      return ['fetch', 'setTimeout', 'setInterval', 'setImmediate'].includes(called)
        ? called
        : undefined;
    }
    case 'MemberExpression': {
      const property = nameOf(node.property);
      if (property.startsWith('$queryRaw') || property.startsWith('$executeRaw')) return property;
      const owner = node.object.type === 'Identifier' ? node.object.name : '';
      return IMPURE_MEMBERS[owner]?.test(property) ? `${owner}.${property}` : undefined;
    }
    default:
      return undefined;
  }
}

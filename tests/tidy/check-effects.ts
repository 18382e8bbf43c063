import type { Node } from 'oxc-parser';
import { impuritiesOf } from './impurities';
import { ENVIRONMENT, NETWORK, PURE, QUEUE_CLIENTS, STORES } from './rules';
import {
  importsOf,
  isCode,
  matches,
  nodesOf,
  parse,
  type Rule,
  type SourceFile,
  type Violation,
  violation,
} from './source';

const isServerCode = (file: SourceFile): boolean =>
  isCode(file) && /^(lib|app|components|proxy\.ts)/.test(file.path);

/** Prisma and SQL live in stores; elsewhere `tx` is only handed on. */
export const onlyStoresSpeakSql: Rule = (files) =>
  files
    .filter((file) => isServerCode(file) && !matches(file.path, STORES))
    .flatMap((file) => [...databaseImports(file), ...databaseUses(file)]);

function databaseImports(file: SourceFile): Violation[] {
  return importsOf(file).flatMap((used) => {
    if (used.target === 'lib/core/db') {
      const taken = used.names.filter((name) => name === 'pool' || name === '*');
      return taken.map((name) =>
        violation(file, used.offset, `only a store may use ${name} of core/db`),
      );
    }
    const allowed = used.target === 'pg-boss' && matches(file.path, QUEUE_CLIENTS);
    const direct = /^(pg|pg-boss|@prisma\/.+|prisma\/generated\/.+)$/.test(used.target);
    return direct && !allowed
      ? [violation(file, used.offset, `only a store may import ${used.target}`)]
      : [];
  });
}

function databaseUses(file: SourceFile): Violation[] {
  const nodes = [...nodesOf(parse(file).program)];
  const handedOn = new Set(nodes.flatMap(handsOn));
  return nodes.flatMap((node) => {
    if (isDb(node) && !handedOn.has(node)) {
      return [violation(file, node.start, 'db() may only be handed on to a store')];
    }
    if (node.type !== 'MemberExpression') return [];
    const property = memberName(node);
    if (/^\$(queryRaw|executeRaw|transaction)/.test(property)) {
      return [violation(file, node.start, `only a store may call ${property}`)];
    }
    const onTx = node.object.type === 'Identifier' && node.object.name === 'tx';
    return onTx ? [violation(file, node.start, `only a store may use tx.${property}`)] : [];
  });
}

const isDb = (node: Node): boolean =>
  node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'db';

/** The places where `db()` stands for a transaction: an argument, or what is taken if none is given. */
function handsOn(node: Node): Node[] {
  if (node.type === 'CallExpression') return node.arguments;
  if (node.type === 'AssignmentPattern') return [node.right];
  return node.type === 'LogicalExpression' && node.operator === '??' ? [node.right] : [];
}

const memberName = (node: Extract<Node, { type: 'MemberExpression' }>): string => {
  if (node.property.type === 'Identifier') return node.property.name;
  return node.property.type === 'Literal' ? String(node.property.value) : '';
};

const HTTP_MODULES = /^(node:)?(http|https|http2|net|tls|dgram|undici)$/;

export const onlyClientsUseTheNetwork: Rule = (files) =>
  files
    .filter((file) => isServerCode(file) && !matches(file.path, NETWORK))
    .flatMap((file) => {
      const calls = [...nodesOf(parse(file).program)].filter(isFetch);
      const imports = importsOf(file).filter(
        (used) => !used.typeOnly && opensConnections(file, used),
      );
      return [
        ...calls.map((node) => violation(file, node.start, 'only a client may call fetch')),
        ...imports.map((used) =>
          violation(file, used.offset, `only a client may use ${used.target}`),
        ),
      ];
    });

function opensConnections(file: SourceFile, used: { target: string; names: string[] }): boolean {
  if (!HTTP_MODULES.test(used.target)) return false;
  // A server of our own listens; reading what kind of address a text is opens nothing.
  if (file.path.startsWith('lib/sandbox/') && used.names.every((n) => n === 'createServer'))
    return false;
  return !used.names.every((name) => /^is(IP|IPv4|IPv6)$|^BlockList$/.test(name));
}

function isFetch(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  if (node.callee.type === 'Identifier') return node.callee.name === 'fetch';
  return (
    node.callee.type === 'MemberExpression' &&
    node.callee.object.type === 'Identifier' &&
    ['globalThis', 'window', 'self'].includes(node.callee.object.name) &&
    memberName(node.callee) === 'fetch'
  );
}

export const onlyEnvReadsTheEnvironment: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !matches(file.path, ENVIRONMENT))
    .flatMap((file) => [
      ...[...nodesOf(parse(file).program)]
        .filter(readsEnvironment)
        .map((node) => violation(file, node.start, 'only core/env may read process.env')),
      ...importsOf(file)
        .filter((used) => /^(node:)?process$/.test(used.target) && used.names.includes('env'))
        .map((used) =>
          violation(file, used.offset, 'only core/env may import env of node:process'),
        ),
    ]);

function readsEnvironment(node: Node): boolean {
  if (node.type === 'MemberExpression') {
    const onProcess = node.object.type === 'Identifier' && node.object.name === 'process';
    return onProcess && memberName(node) === 'env';
  }
  return (
    node.type === 'VariableDeclarator' &&
    node.id.type === 'ObjectPattern' &&
    node.init?.type === 'Identifier' &&
    node.init.name === 'process' &&
    node.id.properties.some(
      (p) => p.type === 'Property' && p.key.type === 'Identifier' && p.key.name === 'env',
    )
  );
}

/** A pure file, and all that it makes use of, computes from what it is given and nothing else. */
export const pureRolesArePure: Rule = (files) => {
  const byPath = new Map(
    files.filter(isCode).map((f) => [f.path.replace(/\.(ts|tsx|mjs)$/, ''), f]),
  );
  return files
    .filter((file) => isCode(file) && matches(file.path, PURE))
    .flatMap((file) => {
      const reached = reachedFrom(file, byPath);
      return reached.flatMap((other) =>
        impuritiesOf(other).map((found) =>
          other === file
            ? violation(file, found.offset, `a pure file may not use ${found.what}`)
            : violation(file, 0, `a pure file may not reach ${found.what} through ${other.path}`),
        ),
      );
    });
};

/** The file itself and every file of ours that it imports for its values, at any distance. */
function reachedFrom(file: SourceFile, byPath: Map<string, SourceFile>): SourceFile[] {
  const reached = new Set([file]);
  for (const one of reached) {
    for (const used of importsOf(one)) {
      const target = used.internal && !used.typeOnly ? byPath.get(used.target) : undefined;
      if (target) reached.add(target);
    }
  }
  return [...reached];
}

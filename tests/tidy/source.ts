import { posix } from 'node:path';
import { type Comment, type Node, type Program, parseSync, visitorKeys } from 'oxc-parser';

/** A file as the rules see it, real or planted by a test. Paths are relative, with slashes. */
export interface SourceFile {
  path: string;
  source: string;
}

export interface Violation {
  path: string;
  line: number;
  problem: string;
}

/** A rule looks at all files at once, since some concern the house as a whole. */
export type Rule = (files: readonly SourceFile[]) => Violation[];

const CODE = /\.(ts|tsx|mjs)$/;
export const isCode = (file: SourceFile): boolean => CODE.test(file.path);
export const matches = (path: string, patterns: readonly RegExp[]): boolean =>
  patterns.some((pattern) => pattern.test(path));

interface Parsed {
  program: Program;
  comments: Comment[];
}
const parsed = new WeakMap<SourceFile, Parsed>();

export function parse(file: SourceFile): Parsed {
  const known = parsed.get(file);
  if (known) return known;
  const result = parseSync(file.path, file.source, { sourceType: 'module' });
  const [error] = result.errors;
  if (error) throw new Error(`${file.path}: ${error.message}`);
  const tree = { program: result.program, comments: result.comments };
  parsed.set(file, tree);
  return tree;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Every node of the tree, parents before children. */
export function* nodesOf(root: Node): Generator<Node> {
  yield root;
  for (const key of visitorKeys[root.type] ?? []) {
    const child: unknown = Reflect.get(root, key);
    for (const one of Array.isArray(child) ? child : [child]) if (isNode(one)) yield* nodesOf(one);
  }
}

export const lineOf = (file: SourceFile, offset: number): number =>
  file.source.slice(0, offset).split('\n').length;

export const violation = (file: SourceFile, offset: number, problem: string): Violation => ({
  path: file.path,
  line: lineOf(file, offset),
  problem,
});

export interface Import {
  /** The path inside the house without its extension ("lib/core/db"), or the package's name. */
  target: string;
  internal: boolean;
  typeOnly: boolean;
  names: string[];
  offset: number;
}

/** All imports of a file, however they are spelled; one that cannot be read has target "?". */
export function importsOf(file: SourceFile): Import[] {
  return [...nodesOf(parse(file).program)].flatMap((node) => readImport(file, node) ?? []);
}

function readImport(file: SourceFile, node: Node): Import | undefined {
  const found = (request: Node | null, typeOnly = false, names: string[] = []): Import => ({
    ...resolve(file.path, request),
    typeOnly,
    names,
    offset: node.start,
  });
  switch (node.type) {
    case 'ImportDeclaration':
      return found(
        node.source,
        node.importKind === 'type',
        node.specifiers.map((s) =>
          s.type === 'ImportSpecifier'
            ? nameOf(s.imported)
            : s.type === 'ImportDefaultSpecifier'
              ? 'default'
              : '*',
        ),
      );
    case 'ExportAllDeclaration':
      return found(node.source, node.exportKind === 'type', ['*']);
    case 'ExportNamedDeclaration':
      return node.source
        ? found(
            node.source,
            node.exportKind === 'type',
            node.specifiers.map((s) => nameOf(s.local)),
          )
        : undefined;
    case 'ImportExpression':
      return found(node.source, false, ['*']);
    case 'TSImportType':
      return found(node.source, true);
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'require'
        ? found(node.arguments[0] ?? null, false, ['*'])
        : undefined;
    default:
      return undefined;
  }
}

export function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '?';
}

function resolve(from: string, request: Node | null): { target: string; internal: boolean } {
  const name = request?.type === 'Literal' ? String(request.value) : '?';
  const bare = name.replace(/\.(ts|tsx|mjs|js)$/, '');
  if (name.startsWith('@/')) return { target: bare.slice(2), internal: true };
  if (name.startsWith('.')) {
    return { target: posix.normalize(posix.join(posix.dirname(from), bare)), internal: true };
  }
  return { target: name, internal: false };
}

import { basename, extname } from 'node:path/posix';
import type { Node } from 'oxc-parser';
import { DEFAULT_EXPORTS, FORBIDDEN_NAMES, LIMITS, NOT_USE_CASES, VERBS } from './rules';
import { isCode, matches, nodesOf, parse, type Rule, type SourceFile, violation } from './source';

const linesIn = (file: SourceFile): number =>
  file.source.split('\n').length - (file.source.endsWith('\n') ? 1 : 0);
const stem = (path: string): string => basename(path).replace(/\..+$/, '');
const inProduct = (file: SourceFile): boolean => /^(lib|app|components)\//.test(file.path);

export const filesStaySmall: Rule = (files) =>
  files
    .filter((file) => isCode(file) || extname(file.path) === '.css')
    .flatMap((file) => {
      const lines = linesIn(file);
      const entry =
        /^app\/(?!_server)/.test(file.path) && LIMITS.entryNames.includes(stem(file.path));
      const limit = entry ? LIMITS.entryFile : LIMITS.anyFile;
      return lines > limit ? [violation(file, 0, `${lines} lines, at most ${limit}`)] : [];
    });

/** Over all of lib, app and components: most files are far smaller than the limit. */
export const mostFilesAreSmaller: Rule = (files) => {
  const product = files.filter((file) => inProduct(file) && isCode(file));
  const sizes = product.map(linesIn).sort((a, b) => a - b);
  const at = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)] ?? 0;
  const over = (what: string, lines: number, limit: number) =>
    lines > limit
      ? [{ path: '(all files)', line: 0, problem: `${what} ${lines} lines, at most ${limit}` }]
      : [];
  return [
    ...over('median', at(0.5), LIMITS.median),
    ...over('nine in ten', at(0.9), LIMITS.ninetieth),
  ];
};

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MADE_BY_CUSTOM = /^(README|ARCHITECTURE|LICENSE|CHANGELOG)$|^[a-z]{2}-[A-Z]{2}$/;

/** "(group)", "[token]", "[...all]" and "_server" are Next's own spellings around a kebab-case name. */
const bareName = (segment: string): string =>
  segment
    .replace(/^\((.+)\)$/, '$1')
    .replace(/^\[(?:\.{3})?(.+)\]$/, '$1')
    .replace(/^_/, '');

export const namesAreKebabCase: Rule = (files) =>
  files.flatMap((file) => {
    if (file.path.startsWith('prisma/migrations/') || file.path.startsWith('.')) return [];
    const bad = file.path
      .split('/')
      .flatMap((segment) => bareName(segment).split('.'))
      .filter((name) => !KEBAB.test(name) && !MADE_BY_CUSTOM.test(name));
    return bad.map((name) => violation(file, 0, `"${name}" is not kebab-case`));
  });

export const namesSayWhat: Rule = (files) =>
  files.filter(inProduct).flatMap((file) =>
    file.path
      .split('/')
      .map(stem)
      .filter((name) => FORBIDDEN_NAMES.includes(name))
      .map((name) => violation(file, 0, `"${name}" says nothing about what is inside`)),
  );

export const noBarrels: Rule = (files) =>
  files
    .filter((file) => isCode(file) && inProduct(file))
    .flatMap((file) => [
      ...(stem(file.path) === 'index' ? [violation(file, 0, 'no index files')] : []),
      ...parse(file).program.body.flatMap((node) =>
        isReExport(node)
          ? [violation(file, node.start, 'no re-exports: import from where it is')]
          : [],
      ),
    ]);

const isReExport = (node: Node): boolean =>
  node.type === 'ExportAllDeclaration' ||
  (node.type === 'ExportNamedDeclaration' && node.source !== null);

export const defaultExportsOnlyForNext: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !matches(file.path, DEFAULT_EXPORTS))
    .flatMap((file) =>
      parse(file).program.body.flatMap((node) =>
        exportsDefault(node) ? [violation(file, node.start, 'export it by its name')] : [],
      ),
    );

const exportsDefault = (node: Node): boolean =>
  node.type === 'ExportDefaultDeclaration' ||
  (node.type === 'ExportNamedDeclaration' &&
    node.specifiers.some((s) => s.exported.type === 'Identifier' && s.exported.name === 'default'));

/** create-order.ts exports createOrder and no other function. */
export const useCasesStandAlone: Rule = (files) =>
  files.filter(isUseCase).flatMap((file) => {
    const wanted = stem(file.path).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const functions = parse(file).program.body.flatMap(exportedFunctions);
    const others = functions.filter((name) => name !== wanted);
    return [
      ...(functions.includes(wanted) ? [] : [violation(file, 0, `must export ${wanted}`)]),
      ...others.map((name) =>
        violation(file, 0, `also exports ${name}: give it a file of its own`),
      ),
    ];
  });

function isUseCase(file: SourceFile): boolean {
  if (!/^lib\/[^/]+\/.+\.ts$/.test(file.path) || matches(file.path, NOT_USE_CASES)) return false;
  const [verb = '', ...noun] = stem(file.path).split('-');
  return noun.length > 0 && VERBS.includes(verb);
}

function exportedFunctions(statement: Node): string[] {
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const declared = statement.declaration;
  if (declared?.type === 'FunctionDeclaration') return declared.id ? [declared.id.name] : [];
  if (declared?.type === 'VariableDeclaration') {
    return declared.declarations.flatMap((one) =>
      one.id.type === 'Identifier' && isFunction(one.init) ? [one.id.name] : [],
    );
  }
  return statement.specifiers.flatMap((s) =>
    s.exportKind === 'value' && s.exported.type === 'Identifier' ? [s.exported.name] : [],
  );
}

const isFunction = (node: Node | null): boolean =>
  node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';

/** A function handed to `.catch` or a catch block that does nothing hides what went wrong. */
export const nothingIsSwallowed: Rule = (files) =>
  files
    .filter(isCode)
    .flatMap((file) =>
      [...nodesOf(parse(file).program)].flatMap((node) =>
        swallows(node) ? [violation(file, node.start, 'an error is swallowed')] : [],
      ),
    );

function swallows(node: Node): boolean {
  if (node.type === 'CatchClause') return node.body.body.length === 0;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { property } = node.callee;
  const [handler] = node.arguments;
  if (property.type !== 'Identifier' || property.name !== 'catch' || !handler) return false;
  if (handler.type !== 'ArrowFunctionExpression' && handler.type !== 'FunctionExpression')
    return false;
  return handler.body?.type === 'BlockStatement' && handler.body.body.length === 0;
}

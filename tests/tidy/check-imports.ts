import { RANKS, SANDBOX } from './rules';
import { type Import, importsOf, isCode, type Rule, type SourceFile, violation } from './source';

const ADAPTER = /^lib\/channels\/([^/]+)\//;
const REGISTRY = 'lib/channels/registry.ts';
const NOT_FOR_LIB = /^(react|react-dom|next|next-intl|next-auth)(\/|$)/;
/** What the web never touches: rows, connections, the queue, somebody else's wire. */
const INNER = /^(lib\/.+\/(.+-)?store|lib\/core\/(db|unit-of-work|queue)|lib\/.+\/client)$/;
const FOR_COMPONENTS =
  /^(components\/|lib\/money\/|lib\/core\/(refusals|six-digits)$|lib\/.+\/schema$)/;

const moduleOf = (path: string): string | undefined => /^lib\/([^/]+)\//.exec(path)?.[1];
const rankOf = (name: string | undefined): number => RANKS.indexOf(name as (typeof RANKS)[number]);
const isWeb = (path: string): boolean => /^(app\/|proxy\.ts$|next\.config)/.test(path);

type Check = (file: SourceFile, used: Import) => string | false | undefined;

const overImports =
  (check: Check): Rule =>
  (files) =>
    files.filter(isCode).flatMap((file) =>
      importsOf(file).flatMap((used) => {
        const problem = check(file, used);
        return problem ? [violation(file, used.offset, problem)] : [];
      }),
    );

/** lib modules import only from modules ranked before them. */
export const importRanks: Rule = overImports((file, used) => {
  const from = moduleOf(file.path);
  const to = moduleOf(`${used.target}/`);
  if (!from || !used.internal || !to || from === to) return false;
  if (file.path.startsWith(SANDBOX) || `${used.target}/`.startsWith(SANDBOX)) return false;
  if (rankOf(from) < 0) return `lib/${from} has no rank`;
  if (rankOf(to) < 0) return `lib/${to} has no rank`;
  return rankOf(to) > rankOf(from) && `lib/${from} may not import lib/${to}: it is ranked after it`;
});

export const libStandsAlone: Rule = overImports((file, used) => {
  if (!file.path.startsWith('lib/')) return false;
  if (used.target === '?') return 'an import that nobody can read';
  if (used.internal) {
    const outside = /^(app|components|tests|scripts)\//.exec(used.target)?.[1];
    return outside && `lib may not import ${outside}`;
  }
  const web = NOT_FOR_LIB.test(used.target) && !file.path.startsWith('lib/auth/');
  return web && `only lib/auth may import ${used.target}`;
});

export const webCallsUseCases: Rule = overImports((file, used) => {
  if (!isWeb(file.path) || !used.internal) {
    return (
      isWeb(file.path) && isDatabasePackage(used.target) && `app may not import ${used.target}`
    );
  }
  if (INNER.test(used.target) || used.target.startsWith('prisma/')) {
    return `app may not import ${used.target}: call a use case`;
  }
  const outside = /^(tests|scripts)\//.test(used.target);
  return outside && `app may not import ${used.target}`;
});

const isDatabasePackage = (name: string): boolean => /^(pg|pg-boss|@prisma\/.+)$/.test(name);

export const componentsSeeLittle: Rule = overImports((file, used) => {
  if (!file.path.startsWith('components/')) return false;
  if (!used.internal) {
    const outer = isDatabasePackage(used.target) || used.target.startsWith('node:');
    return outer && `components may not import ${used.target}`;
  }
  if (FOR_COMPONENTS.test(used.target)) return false;
  const viewType = used.typeOnly && used.target.startsWith('lib/') && !INNER.test(used.target);
  return !viewType && `components may not import ${used.target}`;
});

export const adaptersStandApart: Rule = overImports((file, used) => {
  const adapter = ADAPTER.exec(`${used.target}`)?.[1];
  if (!adapter || !used.internal || file.path.startsWith('tests/')) return false;
  const own = ADAPTER.exec(file.path)?.[1];
  if (own === adapter || file.path === REGISTRY) return false;
  return own
    ? `adapter ${own} may not import adapter ${adapter}`
    : `only ${REGISTRY} may import the adapter ${adapter}`;
});

export const sandboxStandsApart: Rule = overImports((file, used) => {
  if (!used.internal) return false;
  const inside = file.path.startsWith(SANDBOX);
  const toInside = used.target.startsWith(SANDBOX);
  if (inside && !toInside) return `the simulator may not import ${used.target}`;
  const own = file.path.startsWith('tests/unit/sandbox/');
  return !inside && toInside && !own && 'nobody may import the simulator';
});

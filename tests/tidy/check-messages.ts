import { NAMES_IN_CHINESE, NAMES_IN_ENGLISH } from './rules';
import type { Rule, SourceFile, Violation } from './source';

const CATALOGUE = /^app\/_messages\/(zh-CN|en)\/(.+)\.json$/;
const LOCALES = ['zh-CN', 'en'] as const;

/** "screen.title" → text, for every leaf; what is not a text is an empty one. */
function leaves(value: unknown, prefix = ''): [key: string, text: string][] {
  if (typeof value === 'string') return [[prefix, value]];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[prefix, '']];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, prefix ? `${prefix}.${key}` : key),
  );
}

const read = (file: SourceFile): Map<string, string> => new Map(leaves(JSON.parse(file.source)));
const at = (file: SourceFile, problem: string): Violation => ({
  path: file.path,
  line: 1,
  problem,
});
const catalogues = (files: readonly SourceFile[]) =>
  files.filter((file) => CATALOGUE.test(file.path));

export const bothLanguagesAreComplete: Rule = (files) =>
  catalogues(files).flatMap((file) => {
    const [, locale, name] = CATALOGUE.exec(file.path) ?? [];
    const other = LOCALES.find((one) => one !== locale);
    const twin = files.find((one) => one.path === `app/_messages/${other}/${name}.json`);
    if (!twin) return [at(file, `has no twin in ${other}`)];
    const [own, theirs] = [read(file), read(twin)];
    return [...own].flatMap(([key, text]) => [
      ...(text.trim() === '' ? [at(file, `"${key}" is empty`)] : []),
      ...(theirs.has(key) ? [] : [at(twin, `"${key}" is missing`)]),
    ]);
  });

/** ICU syntax is not words: argument names, selectors and tags are taken out. */
const words = (text: string): string =>
  text
    .replace(/\{\s*\w+\s*,\s*(plural|select|selectordinal|number|date|time)\s*,?/g, ' ')
    .replace(/(=\d+|\b\w+)\s*\{/g, ' ')
    .replace(/\{\s*\w+\s*\}/g, ' ')
    .replace(/<\/?\w+>/g, ' ')
    .replace(/https?:\/\/\S+/g, ' ');

const without = (text: string, names: readonly string[]): string =>
  names.reduce((rest, name) => rest.replaceAll(name, ' '), text);

export const eachLanguageIsItself: Rule = (files) =>
  catalogues(files).flatMap((file) =>
    [...read(file)].flatMap(([key, text]) => {
      const foreign = file.path.startsWith('app/_messages/zh-CN/')
        ? /[A-Za-z]{2,}/.exec(without(words(text), NAMES_IN_CHINESE))
        : /\p{Script=Han}+/u.exec(without(words(text), NAMES_IN_ENGLISH));
      return foreign ? [at(file, `"${key}" says "${foreign[0]}"`)] : [];
    }),
  );

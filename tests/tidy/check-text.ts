import { isCode, nodesOf, parse, type Rule, violation } from './source';

const LATER = /\b(TODO|FIXME|XXX|HACK)\b/;
const SILENCED = /@ts-(ignore|expect-error|nocheck)/;

export const nothingIsPutOff: Rule = (files) =>
  files
    .filter((file) => isCode(file) && !file.path.startsWith('tests/tidy/'))
    .flatMap((file) =>
      parse(file).comments.flatMap((comment) => {
        if (LATER.test(comment.value))
          return [violation(file, comment.start, 'do it now or say why not')];
        return SILENCED.test(comment.value)
          ? [violation(file, comment.start, 'types are not silenced')]
          : [];
      }),
    );

export const nothingIsAny: Rule = (files) =>
  files
    .filter(isCode)
    .flatMap((file) =>
      [...nodesOf(parse(file).program)].flatMap((node) =>
        node.type === 'TSAnyKeyword' ? [violation(file, node.start, 'say which type')] : [],
      ),
    );

// A path of somebody's machine: a folder that only exists there, at the start of a word.
const MACHINE_PATH =
  /(?<![\w.\-~)}\]/:])(\/(?:home|root|Users|work|tmp|mnt)\/[\w.-]+|[A-Z]:\\+\w+)/;

export const noMachinePaths: Rule = (files) =>
  files
    .filter((file) => !file.path.startsWith('tests/tidy/'))
    .flatMap((file) =>
      file.source.split('\n').flatMap((text, index) => {
        const found = MACHINE_PATH.exec(text)?.[1];
        return found
          ? [{ path: file.path, line: index + 1, problem: `${found} exists on one machine only` }]
          : [];
      }),
    );

// Tailwind's words for one side of the screen, and CSS's: what reads from right to left has the other.
const ONE_SIDE = {
  code: /["'`].*(?<![\w-])(-?(?:m|p|scroll-m|scroll-p)[lr]-[\d[(a]|-?(?:left|right)-[\d[(a]|text-(?:left|right)\b|border-[lr]\b|rounded-(?:[lr]|[tb][lr])\b|float-(?:left|right)\b)|\b((?:margin|padding|border)(?:Left|Right)\b)/,
  css: /(?<![\w-])((?:(?:margin|padding|border)-)?(?:left|right)(?:-\w+)?\s*:|(?:text-align|float):\s*(?:left|right)\b)/,
};

/** Start and end, never left and right: the same page is then right in a script that runs the other way. */
export const noSideIsNamed: Rule = (files) =>
  files
    .filter((file) => /^(app|components)\/.+\.(tsx?|css)$/.test(file.path))
    .flatMap((file) => {
      const named = ONE_SIDE[file.path.endsWith('.css') ? 'css' : 'code'];
      return file.source.split('\n').flatMap((text, index) => {
        const [, one, other] = named.exec(text) ?? [];
        const found = one ?? other;
        return found
          ? [{ path: file.path, line: index + 1, problem: `${found} names a side of the screen` }]
          : [];
      });
    });

/** The lock file names versions and hashes; where they come from is the installer's business. */
export const noRegistryHosts: Rule = (files) =>
  files
    .filter((file) => /(^|\/)(package-lock\.json|\.npmrc)$/.test(file.path))
    .flatMap((file) =>
      file.source
        .split('\n')
        .flatMap((text, index) =>
          /"resolved":\s*"https?:|^\s*(@\w+:)?registry\s*=/.test(text)
            ? [{ path: file.path, line: index + 1, problem: 'names a registry host' }]
            : [],
        ),
    );

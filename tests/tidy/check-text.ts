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

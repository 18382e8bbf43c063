import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scriptHash } from '@/scripts/lib/page-scripts.mjs';
import { ROOT } from '@/scripts/lib/paths.mjs';

/** What a browser was given to run: a file by its address, or all of an inline script's text. */
export interface Received {
  where: string;
  inline: boolean;
  text: string;
  hash: string;
}

const NEXT = path.join(ROOT, '.next');

interface Manifest {
  polyfillFiles: string[];
  rootMainFiles: string[];
  pagesChunkGroupBootstrapParams: Record<string, unknown>;
}

/** What the running build says of itself. */
const readManifest = (): Manifest =>
  JSON.parse(readFileSync(path.join(NEXT, 'build-manifest.json'), 'utf8'));

/** The bytes that our own build wrote for an address, of which nothing else may come. */
export const builtHash = (where: string): string => {
  const { pathname } = new URL(where);
  const file = decodeURIComponent(pathname.replace(/^\/_next\/static\//, ''));
  if (file === pathname || file.includes('..')) return `not ours: ${where}`;
  return scriptHash(readFileSync(path.join(NEXT, 'static', file)));
};

/** Files of which a payment page's screens are made, as the build lists them for pages below /pay. */
function screenFiles(): Set<string> {
  const pages = path.join(NEXT, 'server', 'app', '(cashier)', 'pay');
  const lists = readdirSync(pages, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('_client-reference-manifest.js'))
    .map((file) => readFileSync(path.join(pages, file), 'utf8'));
  return new Set(lists.flatMap((list) => list.match(/static\/chunks\/[\w.~-]+\.js/g) ?? []));
}

/** Why a file is on a payment page. */
function reasonOfFile(where: string): string | undefined {
  const file = new URL(where).pathname.replace(/^\/_next\//, '');
  const { polyfillFiles, rootMainFiles } = readManifest();
  if (polyfillFiles.includes(file)) return 'what old browsers lack (others skip it)';
  if (rootMainFiles.includes(file)) return 'React and Next, which every page is drawn with';
  if (screenFiles().has(file)) return 'the payment page’s own screens and forms';
  return undefined;
}

const isJson = (text: string | undefined): boolean => {
  try {
    return text !== undefined && JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
};

/** Says which modules of the build begin this page: the very object that the build lists. */
function isBootstrap(text: string): boolean {
  const given =
    /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{.*\})\);$/;
  const [, params] = given.exec(text) ?? [];
  if (!params || !isJson(params)) return false;
  const said = JSON.stringify(JSON.parse(params));
  const listed = Object.values(readManifest().pagesChunkGroupBootstrapParams);
  return listed.some((one) => JSON.stringify(one) === said);
}

/** React's own, as it is in the package that is installed: functions that put in place what came late. */
const REACT = path.join(ROOT, 'node_modules/next/dist/compiled/react-dom/cjs');
const CALL = /\$R[A-Z]+\((?:"[^"\\]*"|\d+)?(?:,"[^"\\]*")*\);?/g;
let react: string | undefined;
function isReacts(text: string): boolean {
  react ??= readFileSync(
    path.join(REACT, 'react-dom-server.node.production.js'),
    'utf8',
  ).replaceAll(/\\(["'\\])/g, '$1');
  const rest = text.replaceAll(CALL, '').replace(/;$/, '');
  return rest === '' || (rest.length > 20 && react.includes(rest));
}

/** Why an inline script is on a page; each form is looked at from its first letter to its last. */
function reasonOfInline(text: string): string | undefined {
  const [, pushed] =
    /^(?:self\.__next_f|\(self\.__next_f=self\.__next_f\|\|\[\]\))\.push\((\[.*\])\);?$/s.exec(
      text,
    ) ?? [];
  if (isJson(pushed)) return 'what the page says, as data for React';
  if (/^self\.__next_r="[\w-]*";?$/.test(text)) return 'the answer’s number, for Next';
  if (isBootstrap(text)) return 'which of the build’s modules begin this page';
  if (isReacts(text)) return 'React puts in place what came late';
  return undefined;
}

/** Why a script is on a payment page; undefined where nobody has given a reason, or it is not the build's. */
export function reasonFor({ where, inline, text, hash }: Received): string | undefined {
  if (inline) return reasonOfInline(text);
  return hash === builtHash(where) ? reasonOfFile(where) : undefined;
}

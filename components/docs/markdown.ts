import type { CodeLanguage } from './highlight';

/** The part of Markdown that our documentation is written in. */
export type Inline =
  | { kind: 'text' | 'code' | 'strong'; text: string }
  | { kind: 'link'; text: string; href: string };
export type Block =
  | { kind: 'heading'; id: string; text: Inline[] }
  | { kind: 'paragraph'; text: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'code'; language: CodeLanguage; title?: string; code: string }
  /** A line `:::name`: what the page puts there itself. */
  | { kind: 'part'; name: string };
export interface Section {
  id: string;
  title: string;
  blocks: Block[];
}
export interface Article {
  title: string;
  lead: string;
  /** What stands before the first heading. */
  opening: Block[];
  sections: Section[];
}

/**
 * Reads `# title`, one paragraph as the lead, then sections under `## title {#id}`. Within: `### title {#id}`, paragraphs,
 * lists, tables, fenced code (the fence names language and file) and `:::part`. A paragraph is one line.
 */
export function readArticle(source: string): Article {
  const [first = '', ...rest] = source.trim().split('\n');
  const blocks = readBlocks(rest);
  const [lead, ...others] = blocks;
  const article: Article = {
    title: first.replace(/^#\s+/, ''),
    lead: lead?.kind === 'paragraph' ? plain(lead.text) : '',
    opening: [],
    sections: [],
  };
  for (const block of others) {
    const current = article.sections.at(-1);
    if (block.kind === 'section') {
      article.sections.push({ id: block.id, title: block.title, blocks: [] });
    } else if (current) current.blocks.push(block);
    else article.opening.push(block);
  }
  return article;
}

type Read = Block | { kind: 'section'; id: string; title: string };

function readBlocks(lines: readonly string[]): Read[] {
  const blocks: Read[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const [block, used] = readBlock(line, lines.slice(at));
    if (block) blocks.push(block);
    at += used;
  }
  return blocks;
}

const FENCE = /^```(\w+)(?:\s+(\S+))?$/;
const HEADING = /^(#{2,3})\s+(.+?)\s*\{#([\w-]+)\}$/;

/** The block that begins here, and how many lines are its own. */
function readBlock(line: string, lines: readonly string[]): [Read | undefined, number] {
  const fence = FENCE.exec(line);
  if (fence) {
    const end = lines.indexOf('```');
    const code = lines.slice(1, end).join('\n');
    return [
      { kind: 'code', language: fence[1] as CodeLanguage, title: fence[2], code },
      end < 0 ? lines.length : end + 1,
    ];
  }
  const heading = HEADING.exec(line);
  if (heading) {
    const [, marks = '', title = '', id = ''] = heading;
    return marks === '##'
      ? [{ kind: 'section', id, title }, 1]
      : [{ kind: 'heading', id, text: readInline(title) }, 1];
  }
  if (line.startsWith(':::')) return [{ kind: 'part', name: line.slice(3).trim() }, 1];
  if (line.startsWith('| ')) return readTable(lines);
  const mark = /^(- |\d+\. )/;
  if (mark.test(line)) {
    const items = linesWhile(lines, (one) => mark.test(one));
    const list = items.map((one) => readInline(one.replace(mark, '')));
    return [{ kind: 'list', ordered: !line.startsWith('-'), items: list }, items.length];
  }
  return line.trim() === ''
    ? [undefined, 1]
    : [{ kind: 'paragraph', text: readInline(line.trim()) }, 1];
}

function readTable(lines: readonly string[]): [Block, number] {
  const own = linesWhile(lines, (line) => line.startsWith('|'));
  const cells = own.map((line) =>
    line
      .replace(/^\|\s*|\s*\|$/g, '')
      .split(/\s*\|\s*/)
      .map(readInline),
  );
  const [head = [], , ...rows] = cells;
  return [{ kind: 'table', head, rows }, own.length];
}

function linesWhile(lines: readonly string[], fits: (line: string) => boolean): string[] {
  const end = lines.findIndex((line) => !fits(line));
  return lines.slice(0, end < 0 ? lines.length : end);
}

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

export function readInline(text: string): Inline[] {
  const pieces: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) });
    const [whole, code, strong, link, href = ''] = match;
    if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else pieces.push({ kind: 'link', text: link ?? '', href });
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}

const plain = (pieces: Inline[]): string => pieces.map(({ text }) => text).join('');

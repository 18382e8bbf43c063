export type CodeLanguage =
  | 'bash'
  | 'go'
  | 'html'
  | 'java'
  | 'js'
  | 'json'
  | 'php'
  | 'python'
  | 'text';
export type Tint = 'comment' | 'string' | 'word' | 'number';
export interface Piece {
  text: string;
  tint?: Tint;
}

const C_WORDS =
  'async await break byte case catch class const continue else export extends false final for from func function if import in int interface let long new nil null package private public return static string String switch this throw throws true try type undefined var void while';
const WORDS: Partial<Record<CodeLanguage, string>> = {
  js: C_WORDS,
  java: C_WORDS,
  go: C_WORDS,
  php: `${C_WORDS} declare echo foreach hash use`,
  python:
    'and as def elif else except False for from if import in is lambda None not or raise return True try while with',
  bash: 'curl export npm node',
  json: 'true false null',
};

const STRING = `"""[\\s\\S]*?"""|"(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])*'|\`(?:\\\\.|[^\`\\\\])*\``;
const SLASHES = '\\/\\/[^\\n]*|\\/\\*[\\s\\S]*?\\*\\/';
const HASH = '(?<=^|\\n|\\s)#[^\\n]*';
const COMMENT: Partial<Record<CodeLanguage, string>> = {
  js: SLASHES,
  java: SLASHES,
  go: SLASHES,
  php: SLASHES,
  python: HASH,
  bash: HASH,
};

/** The text in pieces of one meaning each; put together, they are the text again. */
export function highlight(code: string, language: CodeLanguage): Piece[] {
  if (language === 'text') return [{ text: code }];
  const words = (WORDS[language] ?? '').split(' ').filter(Boolean);
  const kinds: [Tint, string][] = [
    ['comment', COMMENT[language] ?? '(?!)'],
    ['string', STRING],
    ['word', words.length > 0 ? `\\b(?:${words.join('|')})\\b` : '(?!)'],
    ['number', '\\b\\d[\\d_.]*\\b'],
  ];
  const one = new RegExp(kinds.map(([name, text]) => `(?<${name}>${text})`).join('|'), 'g');
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of code.matchAll(one)) {
    if (match.index > at) pieces.push({ text: code.slice(at, match.index) });
    const tint = kinds.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    pieces.push({ text: match[0], tint });
    at = match.index + match[0].length;
  }
  if (at < code.length) pieces.push({ text: code.slice(at) });
  return pieces;
}

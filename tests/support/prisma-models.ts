import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ModelColumn {
  table: string;
  column: string;
  /** As PostgreSQL names it in information_schema. */
  type: string;
  nullable: boolean;
}

const SCALARS: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  DateTime: 'timestamp with time zone',
  Json: 'jsonb',
  Bytes: 'bytea',
  Boolean: 'boolean',
};
const BLOCK = /^(enum|model) \w+ \{(.*?)^\}/gms;
const ENUM_NAME = /^enum (\w+) \{.*?@@map\("(\w+)"\)/gms;
const FOLDER = 'prisma/models';

const source = (): string =>
  readdirSync(FOLDER)
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
    .join('\n')
    .replace(/\/\/.*$/gm, '');

const mapped = (text: string): string => /@@map\("(\w+)"\)/.exec(text)?.[1] ?? '';
const linesOf = (body: string): string[] =>
  body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('@@'));

/** Every column that the .prisma files declare. */
export function declaredColumns(): ModelColumn[] {
  const text = source();
  const enums = new Map(
    [...text.matchAll(ENUM_NAME)].map(([, name = '', type = '']) => [name, type]),
  );
  return [...text.matchAll(BLOCK)]
    .filter(([, kind]) => kind === 'model')
    .flatMap(([, , body = '']) => linesOf(body).map((line) => columnOf(mapped(body), line, enums)));
}

/** Every enum that the .prisma files declare, with its values in order. */
export function declaredEnums(): Record<string, string[]> {
  const blocks = [...source().matchAll(BLOCK)].filter(([, kind]) => kind === 'enum');
  return Object.fromEntries(blocks.map(([, , body = '']) => [mapped(body), linesOf(body)]));
}

function columnOf(table: string, line: string, enums: Map<string, string>): ModelColumn {
  const [field = '', declared = ''] = line.split(/\s+/);
  const name = declared.replace(/[?[\]]/g, '');
  const plain = SCALARS[name] ?? enums.get(name) ?? name;
  const narrowed = line.includes('@db.Char(') ? 'character' : plain;
  const type = /@db\.Date\b/.test(line) ? 'date' : narrowed;
  return {
    table,
    column: /@map\("(\w+)"\)/.exec(line)?.[1] ?? field,
    type: declared.endsWith('[]') ? 'ARRAY' : type,
    nullable: /\?$|\[\]$/.test(declared),
  };
}

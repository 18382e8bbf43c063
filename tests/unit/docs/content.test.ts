import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ADVICE as EN } from '@/app/(docs)/docs/_content/en/error-advice';
import { ADVICE as ZH } from '@/app/(docs)/docs/_content/zh-CN/error-advice';
import { FIELD_WORDS } from '@/app/(docs)/docs/_content/zh-CN/field-words';
import { OPERATION_WORDS } from '@/app/(docs)/docs/_content/zh-CN/operation-words';
import { fieldsOf, type Schema } from '@/app/(docs)/docs/api/schema-fields';
import { ALL_TOPICS } from '@/app/(docs)/docs/topics';
import { highlight } from '@/components/docs/highlight';
import { type Article, readArticle } from '@/components/docs/markdown';
import { openapiDocument } from '@/lib/api/openapi-document';
import { OPERATIONS } from '@/lib/api/operations';
import { OF_NO_CALL, refusalsOf, WHILE_AWAY } from '@/lib/api/refusals-of';
import { REFUSALS, type RefusalCode } from '@/lib/core/refusals';
import { isSignedBySm2, sm2PublicKeyOf, sm3Hex } from '@/lib/core/sm2';
import { signWebhook } from '@/lib/sdk/webhook';

const DOCS = new URL('../../../app/(docs)/docs/', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, DOCS), 'utf8');
const articleOf = (topic: string, locale: string): Article =>
  readArticle(textOf(`_content/${locale}/${topic}.md`));

const shapeOf = ({ opening, sections }: Article) =>
  [{ id: '', blocks: opening }, ...sections].map(({ id, blocks }) => ({
    id,
    blocks: blocks.map((block) => {
      if (block.kind === 'part') return block.name;
      if (block.kind === 'heading') return block.id;
      return block.kind === 'table' ? `table of ${block.rows.length}` : block.kind;
    }),
  }));

test.each(ALL_TOPICS)(
  '%s has the same sections, tables and programs in both languages',
  (topic) => {
    const [zh, en] = [articleOf(topic, 'zh-CN'), articleOf(topic, 'en')];
    expect(shapeOf(zh)).toEqual(shapeOf(en));
    expect(zh.lead).not.toBe('');
    expect(zh.sections.length).toBeGreaterThan(1);
    expect(/\p{Script=Han}/u.test(zh.title)).toBe(true);
  },
);

test('every article is a topic, and every part that one asks for is there', () => {
  for (const locale of ['zh-CN', 'en']) {
    const files = readdirSync(new URL(`_content/${locale}/`, DOCS)).filter((f) =>
      f.endsWith('.md'),
    );
    expect(files.sort()).toEqual(ALL_TOPICS.map((topic) => `${topic}.md`).sort());
  }
  const asked = ALL_TOPICS.flatMap((topic) =>
    [...textOf(`_content/en/${topic}.md`).matchAll(/^:::(.+)$/gm)].map(([, name]) => String(name)),
  );
  const [, map = ''] = /PARTS[^=]*= \{\n([\s\S]+?)\n\};/.exec(textOf('_parts/parts.tsx')) ?? [];
  const there = [...map.matchAll(/^ {2}'?([\w-]+)'?: </gm)].map(([, name]) => String(name));
  expect(there.length).toBeGreaterThan(10);
  expect(asked.sort()).toEqual(there.sort());
});

test('every call of the API is explained in Chinese, and so is every field of it', () => {
  expect(OPERATIONS.map(({ id }) => id).filter((id) => !OPERATION_WORDS[id])).toEqual([]);
  expect(Object.keys(OPERATION_WORDS).filter((id) => !OPERATIONS.some((o) => o.id === id))).toEqual(
    [],
  );
  const { paths, components } = openapiDocument(OPERATIONS, 'https://cashier.example');
  const named = components.schemas as Record<string, Schema>;
  const text = JSON.stringify(paths);
  const inAddresses = [...text.matchAll(/"name":"(\w+)","in":"(?:query|path)"/g)].map(([, n]) => n);
  const bodies = Object.values(paths).flatMap((item) =>
    Object.values(item).map(
      (one) =>
        (one as { requestBody?: { content: Record<string, { schema: Schema }> } }).requestBody
          ?.content['application/json']?.schema ?? {},
    ),
  );
  const { Problem: _, ...shown } = named;
  const inBodies = [...Object.values(shown), ...bodies].flatMap((schema) =>
    fieldsOf(schema, named).map(({ name }) => name),
  );
  expect(inBodies.length).toBeGreaterThan(50);
  const without = [...inAddresses, ...inBodies].filter((name) => !FIELD_WORDS[String(name)]);
  expect([...new Set(without)]).toEqual([]);
});

test('for every code there is something to do, in both languages', () => {
  const ofCalls = OPERATIONS.flatMap((operation) => refusalsOf(operation));
  const codes = new Set([...OF_NO_CALL, ...ofCalls, WHILE_AWAY]);
  for (const advice of [ZH, EN]) {
    const without = [...codes].filter(
      (code) => !advice.codes[code] && !advice.statuses[REFUSALS[code].status],
    );
    expect(without).toEqual([]);
  }
  expect(Object.keys(ZH.codes).sort()).toEqual(Object.keys(EN.codes).sort());
  // Nor any advice about what no call answers.
  expect(Object.keys(EN.codes).filter((code) => !codes.has(code as RefusalCode))).toEqual([]);
});

test('the published vectors are right, in both languages', () => {
  for (const locale of ['zh-CN', 'en']) {
    const of = (topic: string, name: string): string =>
      new RegExp(`^${name} +(.+)$`, 'm').exec(textOf(`_content/${locale}/${topic}.md`))?.[1] ?? '';
    const sm2 = (name: string) => of('signatures', name);
    expect(sm2PublicKeyOf(sm2('private key'))).toBe(sm2('public key'));
    const by = { signature: sm2('signature'), publicKey: sm2('public key') };
    expect(isSignedBySm2(Buffer.from(sm2('text')), by)).toBe(true);
    expect(sm3Hex(Buffer.from('abc'))).toBe(sm2('SM3\\(abc\\)'));
    const hook = (name: string) => of('webhooks', name);
    const notice = {
      id: hook('webhook-id'),
      timestamp: hook('webhook-timestamp'),
      body: hook('body'),
    };
    expect(signWebhook(notice, hook('secret'))).toBe(hook('webhook-signature'));
  }
});

test('a program stays what it is, however it is coloured', () => {
  const programs = [
    ['js', "const a = `x`; // 'no\n/* b */ return 'it\\'s' + 1_000;"],
    ['python', '# c\nprint(\'#\', """a \'b\'""", None)'],
    ['bash', "curl 'https://x/#y' # why\n  -d '{\"a\": 1}'"],
    ['json', '{"a": true, "b": [1, null]}'],
    ['text', 'anything # at all'],
  ] as const;
  for (const [language, code] of programs) {
    const pieces = highlight(code, language);
    expect(pieces.map(({ text }) => text).join('')).toBe(code);
  }
  expect(highlight('return 1;', 'js')).toContainEqual({ text: 'return', tint: 'word' });
});

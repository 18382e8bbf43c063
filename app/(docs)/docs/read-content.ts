import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Article, readArticle } from '@/components/docs/markdown';
import type { Locale } from '@/components/ui/locale';
import { env } from '@/lib/core/env';
import type { Topic } from './topics';

const CONTENT = path.join(process.cwd(), 'app', '(docs)', 'docs', '_content');
const EXAMPLES = path.join(process.cwd(), 'lib', 'sdk', 'examples');

const kept = new Map<string, string>();

function textOf(file: string): string {
  const text = kept.get(file) ?? readFileSync(file, 'utf8');
  kept.set(file, text);
  return text;
}

/** An article in the reader's language, with this cashier's own address in its programs. */
export const readTopic = (topic: Topic, locale: Locale): Article =>
  readArticle(
    textOf(path.join(CONTENT, locale, `${topic}.md`)).replaceAll('{{origin}}', env().APP_ORIGIN),
  );

/** One of the programs of `lib/sdk/examples`, as the tests run it. */
export const readExample = (name: string): string => textOf(path.join(EXAMPLES, name));

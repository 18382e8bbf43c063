import { assert } from '@/lib/core/assert';
import {
  CANNED_REPLIES,
  type CannedReply,
  REPLY_VARIABLES,
  type ReplyVariable,
} from './canned-replies';

/** What is known about an order or case, as it is shown to its reader (amounts formatted, numbers masked). */
export type ReplyFacts = Partial<Record<ReplyVariable, string>>;

const isVariable = (name: string): name is ReplyVariable =>
  (REPLY_VARIABLES as readonly string[]).includes(name);

/** Which facts a text needs. A name that nothing fills in is a mistake in the table. */
export function variablesOf(text: string): ReplyVariable[] {
  const names = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
  return [...new Set(names)].map((name) => {
    assert(isVariable(name), `no variable ${name}`);
    return name;
  });
}

const isFillable = ({ zh }: CannedReply, facts: ReplyFacts): boolean =>
  variablesOf(zh).every((name) => facts[name]);

/** The replies that these facts fill in, in the table's order. */
export const offeredReplies = (facts: ReplyFacts): CannedReply[] =>
  CANNED_REPLIES.filter((reply) => isFillable(reply, facts));

/** The words of a reply in its reader's language. A fact that is missing is a bug: it was not on offer. */
export function fillReply(reply: CannedReply, locale: 'zh-CN' | 'en', facts: ReplyFacts): string {
  const text = locale === 'en' ? reply.en : reply.zh;
  for (const name of variablesOf(text)) assert(facts[name], `${reply.key} needs ${name}`);
  // A function: a fact with "$&" in it is no pattern.
  return text.replace(/\{(\w+)\}/g, (_, name: ReplyVariable) => facts[name] ?? '');
}

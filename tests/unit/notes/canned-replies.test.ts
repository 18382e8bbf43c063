import { describe, expect, test } from 'vitest';
import { CANNED_REPLIES } from '@/lib/notes/canned-replies';
import { fillReply, offeredReplies, type ReplyFacts, variablesOf } from '@/lib/notes/reply-rules';

const ALL: Required<ReplyFacts> = {
  merchant: '禾木小店',
  orderNo: 'A-1001',
  amount: '¥268.00',
  payee: '招商银行 ··4821',
  bankReference: '2026112099',
  claimBy: '2026-12-10',
};

describe.each(CANNED_REPLIES)('the reply $key', (reply) => {
  test('names only facts that exist, the same in both languages', () => {
    expect(variablesOf(reply.zh).sort()).toEqual(variablesOf(reply.en).sort());
  });

  test.each(['zh-CN', 'en'] as const)('is complete in %s once its facts are known', (locale) => {
    const text = fillReply(reply, locale, ALL);
    expect(text).not.toMatch(/[{}]|undefined/);
    for (const name of variablesOf(reply.zh)) expect(text).toContain(ALL[name]);
    if (locale === 'en') {
      const own = Object.values(ALL).reduce((rest, fact) => rest.replaceAll(fact, ''), text);
      expect(own).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

test('every reply has a key of its own', () => {
  const keys = CANNED_REPLIES.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a reply is on offer only while every fact it names is known', () => {
  const { bankReference: _, ...unpaid } = ALL;
  const offered = offeredReplies(unpaid).map(({ key }) => key);
  expect(offered).not.toContain('paid');
  expect(offered).toContain('sent');
  expect(offeredReplies(ALL)).toEqual([...CANNED_REPLIES]);
  expect(offeredReplies({})).toEqual([]);
});

test('a fact that looks like a pattern or a variable is put in as it is', () => {
  const reply = CANNED_REPLIES[0];
  if (!reply) throw new Error('no reply');
  const text = fillReply(reply, 'zh-CN', { ...ALL, merchant: '$& {amount} 店' });
  expect(text).toContain('$& {amount} 店');
});

test('a variable that nothing fills in, or a fact that is missing, is a bug', () => {
  expect(() => variablesOf('{cardNo}')).toThrow('no variable cardNo');
  const reply = CANNED_REPLIES[0];
  if (!reply) throw new Error('no reply');
  expect(() => fillReply(reply, 'en', {})).toThrow('needs');
});

import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import members from '@/app/_messages/en/members.json';
import merchant from '@/app/_messages/en/merchant.json';
import merchantFigures from '@/app/_messages/en/merchant-figures.json';
import payments from '@/app/_messages/en/payments.json';
import refunds from '@/app/_messages/en/refunds.json';
import { changeWords, type Translator } from '@/app/(merchant)/merchant/changes/change-words';

const messages = { members, merchant, merchantFigures, payments, refunds };
// The page's translator is typed on all messages; these are the ones that the words are taken from.
const words = changeWords(createTranslator({ locale: 'en', messages }) as unknown as Translator);

test.each([
  ['member', 'bob@shop.example finance', 'bob@shop.example Finance'],
  ['member', 'bob@shop.example disabled', 'bob@shop.example switched off'],
  ['member', 'bob@shop.example sessions_ended', 'bob@shop.example signed out everywhere'],
  ['methods', 'card balance -carrier', 'Bank card · Balance · Phone bill (not shown)'],
  ['limits', '100 - 500000', 'An order, at least ¥1.00 · All orders of a day, at most ¥5,000.00'],
  ['limits', '- - -', 'No limit'],
  ['late_payment_policy', 'hold', merchant.terms.latePolicy.hold],
  ['refund_when_short', 'queue', 'Queue'],
  ['webhook_endpoint', 'whe_1a off: failing', 'whe_1a off (nothing arrives)'],
  ['webhook_secret', 'replaced at once', 'replaced, the former one ended at once'],
  ['signed_requests', 'true', 'yes'],
  ['return_origins', 'https://shop.example', 'https://shop.example'],
  ['webhook_endpoint', 'whe_1a https://shop.example/hook', 'whe_1a https://shop.example/hook'],
])('what was written down of %s as “%s” is told in words', (subject, value, told) => {
  expect(words(subject, value)).toBe(told);
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import en from '@/app/_messages/en/cashier-cards.json';
import zh from '@/app/_messages/zh-CN/cashier-cards.json';
import { CARD_TERMS_VERSION } from '@/app/(cashier)/pay/[token]/cards/terms-version';
import { cardFormProblems } from '@/components/cashier/card-form-problems';
import { TERMS_SECTIONS } from '@/components/cashier/card-terms';
import { formatHours, formatLimit, maskedTail } from '@/components/cashier/card-words';
import { isPayable } from '@/components/cashier/payable-card';
import { viewOf } from '@/lib/agreements/view-rules';
import type { SignFailureReason } from '@/lib/channels/agreement-port';
import { cny } from '@/lib/money/money';

// A record, so that the compiler demands a line here for every reason there is.
const REASONS: Record<SignFailureReason | 'abandoned' | 'cancelled' | 'replaced', true> = {
  phone_mismatch: true,
  identity_or_phone_mismatch: true,
  identity_mismatch: true,
  card_invalid: true,
  card_unsupported: true,
  code_wrong: true,
  code_expired: true,
  too_many_codes: true,
  code_required: true,
  risk_refused: true,
  channel_closed: true,
  declined: true,
  not_received: true,
  not_permitted: true,
  rejected_request: true,
  abandoned: true,
  cancelled: true,
  replaced: true,
};

test.each([
  ['zh-CN', zh],
  ['en', en],
] as const)('%s has words for every reason for which a card is not bound', (_locale, words) => {
  expect(Object.keys(words.over.reason).sort()).toEqual(Object.keys(REASONS).sort());
});

test.each([
  ['zh-CN', zh],
  ['en', en],
] as const)('%s shows every section of the terms', (_locale, { terms }) => {
  const sections = Object.entries(terms).filter(([, text]) => typeof text === 'object');
  expect(sections.map(([name]) => name)).toEqual([...TERMS_SECTIONS]);
});

test('other words in the terms are another version', () => {
  const words = JSON.stringify([zh.terms, en.terms]);
  const digest = createHash('sha256').update(words).digest('hex').slice(0, 16);
  expect(`${CARD_TERMS_VERSION} ${digest}`).toBe('2026-11-26 63feab084bde3e20');
});

test('the phone that the bank does not know is said beside the phone, and so on', () => {
  const refused = (code: string) => cardFormProblems({ status: 'refused', code, title: 'words' });
  expect(refused('phone_mismatch')).toEqual({ phone: 'words' });
  expect(refused('holder_mismatch')).toEqual({ name: 'words' });
  expect(refused('card_unsupported')).toEqual({ cardNo: 'words' });
  expect(refused('identity_or_phone_mismatch')).toEqual({});
  expect(cardFormProblems({ status: 'invalid', fields: { idNo: 'x' } })).toEqual({ idNo: 'x' });
  expect(cardFormProblems({ status: 'idle' })).toEqual({});
});

test('a limit is said in whole yuan, a card by its tail, hours with a dash', () => {
  expect(formatLimit(cny(5_000_000n))).toBe('¥50,000');
  expect(formatLimit(cny(5_000_050n))).toBe('¥50,000.50');
  expect(maskedTail('0005')).toBe('****0005');
  expect(formatHours(['02:00-02:30', '23:30-00:10'])).toBe('02:00–02:30, 23:30–00:10');
});

test('a card cannot be chosen while its bank is closed', () => {
  const agreement = {
    id: 'agr_1',
    bankCode: 'test_6228',
    cardType: 'debit' as const,
    cardTail: '0001',
    nameMasked: '*三',
    phoneMasked: '138****8000',
    activatedAt: null,
  };
  const at = (beijing: string) => new Date(`2026-11-20T${beijing}:00+08:00`);
  const seen = (beijing: string) => isPayable(viewOf({ ...OTHER, ...agreement }, at(beijing)));
  expect(seen('01:59')).toBe(true);
  expect(seen('02:15')).toBe(false);
  expect(seen('02:30')).toBe(true);
});

const OTHER = {
  merchantId: 'mer_1',
  customerId: 'cus_1',
  userId: 'usr_1',
  cardHash: '',
  elementsItemId: null,
  state: 'active' as const,
  failureReason: null,
  consentVersion: '',
  consentAt: new Date(0),
  createdAt: new Date(0),
  endedAt: null,
};

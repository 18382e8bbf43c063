import { expect, test } from 'vitest';
import { phoneCodeText } from '@/lib/auth/phone-code';
import { cny } from '@/lib/money/money';
import { claimPhoneOf } from '@/lib/refund-cases/refund-claim-phone';
import {
  claimText,
  mayClaim,
  proofText,
  standingOf,
  textedLinkUntil,
} from '@/lib/refund-cases/refund-claim-rules';
import { REFUND_CASE, type RefundCaseState } from '@/lib/refund-cases/states';

const NOW = new Date('2026-11-20T12:00:00Z');
const LATER = new Date('2026-11-20T13:00:00Z');
const standing = (
  claim: Partial<Parameters<typeof standingOf>[0]['claim']>,
  around: Partial<Omit<Parameters<typeof standingOf>[0], 'claim'>> = {},
) =>
  standingOf({
    claim: {
      proof: 'phone_code',
      handedAt: null,
      revokedAt: null,
      expiresAt: LATER,
      provedAt: null,
      deviceHash: null,
      ...claim,
    },
    caseState: 'open',
    now: NOW,
    browser: 'here',
    ...around,
  });

test('a payee can be named exactly while the case can be claimed', () => {
  const states = Object.keys(REFUND_CASE) as RefundCaseState[];
  expect(states.filter(mayClaim)).toEqual(
    states.filter((state) => REFUND_CASE[state].claim !== undefined),
  );
});

test('what a link can do: by its time, its refund and the browser that proved it', () => {
  const proved = { provedAt: NOW, deviceHash: 'here' };
  expect(standing({})).toBe('to_prove');
  expect(standing({}, { now: LATER })).toBe('expired');
  expect(standing({}, { caseState: 'approved' })).toBe('over');
  expect(standing({ revokedAt: NOW })).toBe('revoked');
  expect(standing({ ...proved, revokedAt: NOW })).toBe('revoked');
  // Who has proved it looks on to the end; everybody else has to prove it anew.
  expect(standing(proved, { now: LATER, caseState: 'paid' })).toBe('proved');
  expect(standing(proved, { browser: 'there' })).toBe('to_prove');
  expect(standing(proved, { browser: undefined })).toBe('to_prove');
});

test('an identity check’s link does nothing before it is handed over, and works in one browser', () => {
  const checked = { proof: 'identity_check' as const };
  expect(standing(checked)).toBe('awaiting_approval');
  const handed = { ...checked, handedAt: NOW };
  expect(standing(handed)).toBe('to_prove');
  const proved = { ...handed, provedAt: NOW, deviceHash: 'here' };
  expect(standing(proved)).toBe('proved');
  expect(standing(proved, { browser: 'there' })).toBe('other_browser');
});

test('the phone is the one that the payer proved, then the bank’s, then the order’s; without one there is none', () => {
  const nothing = {
    userPhoneItemId: null,
    userPhoneMasked: null,
    hasElements: false,
    agreementPhoneMasked: null,
    orderPhoneItemId: null,
  };
  const order = { ...nothing, orderPhoneItemId: 'vlt_o' };
  const card = { ...order, hasElements: true, agreementPhoneMasked: '139****0001' };
  const payer = { ...card, userPhoneItemId: 'vlt_u', userPhoneMasked: '138****0002' };
  expect(claimPhoneOf(nothing)).toEqual({ source: 'none', masked: null });
  expect(claimPhoneOf(order)).toEqual({ source: 'order', masked: null });
  expect(claimPhoneOf(card)).toEqual({ source: 'card', masked: '139****0001' });
  expect(claimPhoneOf(payer)).toEqual({ source: 'payer', masked: '138****0002' });
});

const SHOP = { merchant: { name: '禾木小店', nameEn: 'Hemu' }, amount: cny(26_801n) };
const link = { ...SHOP, link: 'https://pay.example/claim/x', hours: 24 };

test('a link that is sent again says why: the bank sent the money back, or the account was not accepted', () => {
  const texts = ([null, 'sentBack', 'rejected'] as const).map((again) =>
    claimText({ ...link, again }),
  );
  const whys = ['无法原路退回', '被银行退了回来', '上次填写的账户不能用'];
  for (const [place, text] of texts.entries()) {
    expect(whys.map((why) => text.includes(why))).toEqual(whys.map((_, one) => one === place));
  }
});

test('money that has arrived is told with the card’s last digits and the bank’s reference, never the whole mask', () => {
  const to = { kind: 'card' as const, bankName: '测试银行', tail: '4242', bankRef: 'BK2026' };
  const text = proofText({ ...SHOP, to });
  for (const words of ['禾木小店', 'Hemu', '¥268.01', '测试银行尾号 4242', 'BK2026']) {
    expect(text).toContain(words);
  }
  const balance = proofText({ ...SHOP, to: { kind: 'balance' } });
  expect(balance).toContain('账户余额');
  expect(balance).not.toContain('银行');
});

test('a reply names the end of the link that was texted last, and of none that is over or was handed out', () => {
  const texted = { proof: 'phone_code' as const, revokedAt: null, expiresAt: LATER };
  expect(textedLinkUntil([texted, { ...texted, revokedAt: NOW }], NOW)).toEqual(LATER);
  expect(textedLinkUntil([{ ...texted, revokedAt: NOW }], NOW)).toBeUndefined();
  expect(textedLinkUntil([texted], LATER)).toBeUndefined();
  expect(textedLinkUntil([{ ...texted, proof: 'identity_check' }], NOW)).toBeUndefined();
  expect(textedLinkUntil([], NOW)).toBeUndefined();
});

test('both texts say in both languages what they are about', () => {
  const text = claimText({ ...link, again: null });
  for (const words of ['禾木小店', '¥268.01', '24 小时', 'Hemu', '24 hours', '/claim/x ']) {
    expect(text).toContain(words);
  }
  const code = phoneCodeText({
    code: '804213',
    purpose: 'refund-claim:rcs_1',
    host: 'pay.example',
    minutes: 5,
  });
  expect(code).toContain('填写退款的收款账户，验证码 804213');
  expect(code).not.toContain('rcs_1');
});

import { cny } from '@/lib/money/money';
import type { Payee } from '@/lib/payouts/payee';
import type { ClaimView } from '@/lib/refund-cases/claim';
import type { ShopperCase } from '@/lib/refund-cases/shopper-case';
import { after } from './base';
import { receipt } from './receipts';

const { order, merchant } = receipt();

export const PAYEE: Payee = {
  id: 'pye_gallery',
  kind: 'card',
  cardMasked: '6217****4242',
  bankName: '演示银行',
  nameMasked: '王**',
  idNoMasked: '110***********0038',
  customerId: null,
  cardHash: null,
  nameHash: null,
  proof: 'four_elements',
  nameMatches: true,
  createdAt: after(-3600),
  forgottenAt: null,
};

type Own = NonNullable<ClaimView['own']>;

/** What is behind a link that this browser has proved. */
export const own = (changes: Partial<Own> = {}): Own => ({
  payee: PAYEE,
  nameReason: null,
  mayName: true,
  mayUseBalance: false,
  again: null,
  bankRef: null,
  paidAt: null,
  ...changes,
});

export const claim = (changes: Partial<ClaimView> = {}): ClaimView => ({
  standing: 'to_prove',
  proof: 'phone_code',
  caseId: 'rcs_gallery',
  caseState: 'open',
  cause: 'account_closed',
  amount: cny(2000n),
  merchant,
  merchantOrderNo: order.merchantOrderNo,
  phoneMasked: '138****8000',
  expiresAt: after(3600),
  claimBy: after(40 * 86_400),
  own: null,
  ...changes,
});

/** The same refund on its receipt. */
export const transfer = (changes: Partial<ShopperCase> = {}): ShopperCase => ({
  refundId: 'ref_gallery_transfer',
  state: 'open',
  cause: 'window_over',
  endedAs: null,
  openedAt: after(-5 * 3600),
  claimBy: after(40 * 86_400),
  claimedAt: null,
  approvedAt: null,
  sentAt: null,
  paidAt: null,
  again: null,
  to: null,
  bankRef: null,
  canSendLink: true,
  linkSentAt: null,
  ...changes,
});

export const PAID_TRANSFER = transfer({
  state: 'paid',
  endedAs: 'card',
  claimedAt: after(-4 * 3600),
  approvedAt: after(-3 * 3600),
  sentAt: after(-2 * 3600),
  paidAt: after(-3600),
  to: { kind: 'card', cardMasked: '6217****4242', bankName: '演示银行' },
  bankRef: 'BK20260308112055000042',
  linkSentAt: after(-5 * 3600),
});

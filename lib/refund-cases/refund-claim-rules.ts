import { formatMoney } from '@/lib/money/format-money';
import type { Money } from '@/lib/money/money';
import type { ClaimProof, ClaimStanding, RefundClaim } from './claim';
import type { RefundCaseEvent, RefundCaseState } from './states';

/** A link that somebody asked for is used at once; one that comes unasked may be seen after a weekend. */
export const CLAIM_HOURS = { asked: 24, unasked: 72 } as const;

/** A payee may be named, and corrected, until everybody has approved the payout. */
export const NAMEABLE: readonly RefundCaseState[] = ['open', 'claimed', 'proposed'];

export const mayClaim = (state: RefundCaseState): boolean => NAMEABLE.includes(state);

/**
 * What a link can do in a browser at this moment. Who has proved it may look on after its time, and after
 * the end of the case; to anybody else it says as little as it can.
 */
export function standingOf({
  claim,
  caseState,
  now,
  browser,
}: {
  claim: {
    proof: ClaimProof;
    handedAt: Date | null;
    revokedAt: Date | null;
    expiresAt: Date;
    provedAt: Date | null;
    deviceHash: string | null;
  };
  caseState: RefundCaseState;
  now: Date;
  /** Hash of the browser that looks. */
  browser: string | undefined;
}): ClaimStanding {
  const { proof, handedAt, revokedAt, expiresAt, provedAt, deviceHash } = claim;
  if (revokedAt) return 'revoked';
  if (provedAt && browser !== undefined && deviceHash === browser) return 'proved';
  if (proof === 'identity_check' && !handedAt) return 'awaiting_approval';
  if (!mayClaim(caseState)) return 'over';
  if (expiresAt <= now) return 'expired';
  // Another browser can give a code of its own; an identity was checked once, for one.
  return provedAt && proof === 'identity_check' ? 'other_browser' : 'to_prove';
}

/** Why another payee has to be named: the bank sent the money back, or somebody of ours did not accept the last one. */
export const againOf = (
  state: RefundCaseState,
  lastEvent: RefundCaseEvent | null,
): 'sentBack' | 'rejected' | null => {
  if (state !== 'open') return null;
  if (lastEvent === 'reject') return 'rejected';
  return lastEvent === 'fail' || lastEvent === 'return' ? 'sentBack' : null;
};

/** The text that brings the link. It says what it is about, and what nobody of us ever asks for. */
export function claimText(facts: {
  merchant: { name: string; nameEn: string };
  amount: Money;
  again: ReturnType<typeof againOf>;
  link: string;
  hours: number;
}): string {
  const { merchant, amount, again, link, hours } = facts;
  const sum = formatMoney(amount);
  const [zh, en] = WHY[again ?? 'first'];
  return [
    `【收银台】${merchant.name}退给您的 ${sum} ${zh}，请在 ${hours} 小时内打开 ${link} 填写收款账户。我们不会打电话索要验证码或密码，请勿转发此链接。`,
    `${merchant.nameEn || merchant.name}’s refund of ${sum} ${en}. Name an account within ${hours} hours: ${link} . We never call to ask for codes or passwords. Do not pass this link on.`,
  ].join('\n');
}

/** Why an account has to be named, for the first time or anew. */
const WHY = {
  first: ['无法原路退回', 'could not go back the way it came'],
  sentBack: [
    '没有转成，被银行退了回来，钱还在我们这里',
    'was sent back by the bank; we still have it',
  ],
  rejected: ['还没有转出，上次填写的账户不能用', 'was not sent: the last account cannot be used'],
} as const;

/** The text that says where the money has gone, with what the bank finds it by. */
export function proofText(facts: {
  merchant: { name: string; nameEn: string };
  amount: Money;
  to: { kind: 'card'; bankName: string; tail: string; bankRef: string } | { kind: 'balance' };
}): string {
  const { merchant, to } = facts;
  const sum = formatMoney(facts.amount);
  const [zh, en] =
    to.kind === 'balance'
      ? ['已转入您的账户余额。', 'is on your balance.']
      : [
          `已转入${to.bankName}尾号 ${to.tail} 的卡，银行流水号 ${to.bankRef}。没有查到时，可凭流水号向银行查询。`,
          `was paid to the card ending in ${to.tail}. The bank finds it by the reference ${to.bankRef}.`,
        ];
  return [
    `【收银台】${merchant.name}退给您的 ${sum} ${zh}`,
    `${merchant.nameEn || merchant.name}’s refund of ${sum} ${en}`,
  ].join('\n');
}

/** Until when the link that was texted last works; undefined where none does. Links are newest first. */
export const textedLinkUntil = (
  links: readonly Pick<RefundClaim, 'proof' | 'revokedAt' | 'expiresAt'>[],
  now: Date,
): Date | undefined =>
  links.find(({ proof, revokedAt, expiresAt }) => {
    return proof === 'phone_code' && !revokedAt && expiresAt > now;
  })?.expiresAt;

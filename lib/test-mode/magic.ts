import type { TestOutcome } from './outcome';

/**
 * What ends in a known way in test mode, by itself: amounts, cards and phones. The docs print this table. Amounts
 * are carried out by us (`place-outcome.ts`), cards and phones by the simulator of the channels, which has
 * tables of its own (lib/sandbox/README.md); a test compares them. In live mode none of it means anything.
 */

/** The last four digits of the amount in fen that a channel is asked for: ¥90.02, ¥190.02, ¥1,290.02 … */
export const MAGIC_AMOUNTS = {
  '9002': 'declined',
  '9003': 'insufficient_funds',
  '9004': 'limit_exceeded',
  '9005': 'in_doubt',
  '9006': 'late',
  '9007': 'duplicate_notice',
} as const satisfies Record<string, TestOutcome>;

export type MagicCardEnd =
  | TestOutcome
  | 'card_frozen'
  | 'phone_stale'
  | 'phone_mismatch'
  | 'code_wrong';

/** Bank cards of the test person 张三; `phone` is the one that the bank has. */
export const MAGIC_CARD_PHONE = '13800138000';
/** The code by text message that is always taken; the one sent to the test handset is, too. */
export const MAGIC_CODE = '111111';
export const MAGIC_CARDS = {
  '6200000000000005': 'paid',
  '6200000000000013': 'paid',
  '6200000000000021': 'insufficient_funds',
  '6200000000000039': 'limit_exceeded',
  '6200000000000047': 'card_frozen',
  '6200000000000054': 'phone_stale',
  '6200000000000096': 'phone_mismatch',
  '6200000000000062': 'code_wrong',
  '6200000000000070': 'in_doubt',
  '6200000000000088': 'late',
} as const satisfies Record<string, MagicCardEnd>;

export type MagicPhoneEnd =
  | 'insufficient_funds'
  | 'blacklisted'
  | 'number_unknown'
  | 'code_lost'
  | 'reply_lost'
  | 'in_doubt'
  | 'in_doubt_declined'
  | 'limit_exceeded';

/** The last four digits of a phone whose bill is charged; any other is paid. */
export const MAGIC_PHONES = {
  '0001': 'insufficient_funds',
  '0002': 'blacklisted',
  '0003': 'number_unknown',
  '0004': 'code_lost',
  '0005': 'reply_lost',
  '0009': 'in_doubt',
  '0010': 'in_doubt_declined',
  '0012': 'limit_exceeded',
} as const satisfies Record<string, MagicPhoneEnd>;

const DIGITS = 4;

/** How a payment of so many fen ends in test mode by itself; undefined: as it does. */
export function outcomeOfAmount(fen: bigint): TestOutcome | undefined {
  const ending = String(fen).padStart(DIGITS, '0').slice(-DIGITS);
  return Object.hasOwn(MAGIC_AMOUNTS, ending)
    ? MAGIC_AMOUNTS[ending as keyof typeof MAGIC_AMOUNTS]
    : undefined;
}

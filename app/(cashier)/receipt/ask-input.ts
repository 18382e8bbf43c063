import { z } from 'zod';
import { parseYuan } from '@/lib/money/parse-yuan';
import { SHOPPER_REASONS } from '@/lib/refunds/refund-request';

const AMOUNT = 'refunds.ask.amountProblem';
const WORDS = 'refunds.ask.wordsProblem';

/** What a page that is drawn again after a refusal begins with. */
export const ASK_KEEPS = ['formKey', 'howMuch', 'amount', 'reason'];

const fields = {
  /** Looked at first; then for good, or back to be changed. */
  step: z.enum(['check', 'change', 'confirm']),
  /** Made with the page: the same form sent twice asks once. */
  formKey: z.string().regex(/^[0-9a-z]{26}$/),
  howMuch: z.enum(['all', 'part']),
  amount: z.string().max(20).default(''),
  reason: z.enum(SHOPPER_REASONS, 'refunds.ask.whyProblem'),
  words: z
    .string()
    // Browsers send lines as CR LF; one line of words is enough.
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .refine((text) => [...text].length <= 200, WORDS)
        .regex(/^[^\p{Cc}\p{Cf}]*$/u, WORDS),
    ),
};

interface HowMuch {
  howMuch: 'all' | 'part';
  amount: string;
}

/** undefined: all that is left, or no amount. */
const amountOf = ({ howMuch, amount }: HowMuch) =>
  howMuch === 'part' ? parseYuan(amount) : undefined;

const namesItsPart = (given: HowMuch): boolean =>
  given.howMuch === 'all' || (amountOf(given)?.amountMinor ?? 0n) > 0n;

// Said beside whatever else is missing, not only once that is there.
const PART = { path: ['amount'], error: AMOUNT, when: () => true };

const withAmount = <T extends HowMuch>(given: T) => ({ ...given, amount: amountOf(given) });

/** From a receipt that was found by number and phone tail. */
export const askFoundInput = z
  .object({ orderId: z.string().regex(/^ord_[0-9a-z]{26}$/), ...fields })
  .refine(namesItsPart, PART)
  .transform(withAmount);

/** From a receipt behind a pay link. */
export const askPaidInput = z
  .object({ token: z.string().regex(/^[\w-]{1,100}$/), ...fields })
  .refine(namesItsPart, PART)
  .transform(withAmount);

export type AskInput = Omit<z.output<typeof askFoundInput>, 'orderId'>;

import { z } from 'zod';
import { addDays, momentOf } from '@/lib/core/beijing';
import { cny, type Money } from '@/lib/money/money';
import { parseYuan } from '@/lib/money/parse-yuan';
import { MOST_AMOUNT_MINOR } from '@/lib/orders/rules';
import { goodsSchema, subjectSchema } from '@/lib/orders/schema';
import type { NewPaymentLink } from '@/lib/payment-links/place-payment-link';
import { MOST_USES } from '@/lib/payment-links/rules';

const REQUIRED = 'common.problem.required';
const AMOUNT = 'paymentLinks.problem.amount';

function readAmount(text: string): Money | undefined {
  const amount = parseYuan(text);
  return amount && amount.amountMinor > 0n && amount.amountMinor <= BigInt(MOST_AMOUNT_MINOR)
    ? amount
    : undefined;
}

const optional = z.string().trim().default('');

/** A new link as it was typed; which of the amounts counts is chosen beside them. */
export const newLinkInput = z
  .object({
    subject: z.string().trim().min(1, REQUIRED).pipe(subjectSchema),
    goods: goodsSchema,
    kind: z.enum(['fixed', 'open']),
    amount: optional,
    least: optional,
    most: optional,
    uses: optional.refine(
      (text) => text === '' || (/^[1-9][0-9]{0,6}$/.test(text) && Number(text) <= MOST_USES),
      'paymentLinks.problem.uses',
    ),
    ends: optional.refine(
      (text) => text === '' || z.iso.date().safeParse(text).success,
      'paymentLinks.problem.ends',
    ),
    returnUrl: optional,
  })
  .transform((typed, context): NewPaymentLink => {
    const read = (name: 'amount' | 'least' | 'most'): Money => {
      const amount = readAmount(typed[name]);
      if (amount) return amount;
      const message = typed[name] === '' ? REQUIRED : AMOUNT;
      context.addIssue({ code: 'custom', path: [name], message });
      return cny(0n);
    };
    const least = read(typed.kind === 'fixed' ? 'amount' : 'least');
    const most = typed.kind === 'fixed' ? least : read('most');
    if (least.amountMinor > most.amountMinor && most.amountMinor > 0n) {
      const message = 'paymentLinks.problem.bounds';
      context.addIssue({ code: 'custom', path: ['most'], message });
    }
    return {
      ...{ subject: typed.subject, goods: typed.goods, least, most },
      mostUses: typed.uses === '' ? null : Number(typed.uses),
      // To the end of that day, where its shoppers are.
      ends: typed.ends === '' ? null : momentOf(addDays(typed.ends, 1)),
      ...(typed.returnUrl === '' ? {} : { returnUrl: typed.returnUrl }),
    };
  });

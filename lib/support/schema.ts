import { z } from 'zod';
import { parseYuan } from '@/lib/money/parse-yuan';
import { HELD_ENDS } from './held-refund';
import { INQUIRY_DECISIONS } from './inquiry';
import { PAYLOAD_KINDS } from './payload';
import { readMinute, TAIL } from './search-rules';

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`));
const words = (most: number) => z.string().trim().min(1, 'common.problem.required').max(most);
const tail = z
  .string()
  .trim()
  .transform((text) => text.normalize('NFKC'))
  .pipe(z.string().regex(TAIL));

/** What a search's address asks for; each is left out where it is none. */
export const findOrdersShape = {
  q: z.string().trim().min(1).max(100),
  amount: z
    .string()
    .trim()
    .transform((text) => parseYuan(text)?.amountMinor)
    .pipe(z.bigint()),
  at: z.string().transform(readMinute).pipe(z.date()),
  phone: tail,
  card: tail,
  before: z.string().regex(/^(att|ord)_[0-9a-z]{26}$/),
};

const typed = (most: number) => z.string().trim().max(most).default('');
export const typedSearchSchema = z.object({
  q: typed(100),
  amount: typed(16),
  at: typed(30),
  phone: typed(30),
  card: typed(30),
});

export const revealPayloadSchema = z.object({
  orderId: id('ord'),
  kind: z.enum(PAYLOAD_KINDS),
  id: z.string().regex(/^(ntc|ans|att|ref|pyt)_[0-9a-z]{26}$/),
  why: words(200),
});

export const openInquirySchema = z.object({ orderId: id('ord'), shopperWord: words(500) });

export const decideInquirySchema = z.object({
  orderId: id('ord'),
  inquiryId: id('inq'),
  decision: z.enum(INQUIRY_DECISIONS),
  note: words(300),
  code: z.string().trim().max(7).optional(),
});

export const endHeldRefundSchema = z.object({
  orderId: id('ord'),
  refundId: id('ref'),
  as: z.enum(HELD_ENDS, 'common.problem.required'),
  why: words(300),
  code: z.string().trim().min(1, 'common.problem.required').max(7),
});

import { z } from 'zod';
import { parseYuan } from '@/lib/money/parse-yuan';
import { QUEUES } from './queue';
import { readCursor } from './queue-rules';

const fen = z
  .string()
  .max(20)
  .transform((text, context) => {
    const money = parseYuan(text);
    if (money) return money.amountMinor;
    context.addIssue({ code: 'custom', message: 'an amount in yuan' });
    return z.NEVER;
  });

export const queueName = z.enum(QUEUES);

/** The ages that can be asked for, in minutes. */
export const AGES = [30, 240, 1_440, 4_320, 10_080] as const;

/** A queue's address, part by part: what nobody could mean is left out, part by part. */
export const QUEUE_QUERY = {
  merchant: z.string().regex(/^mer_[0-9a-z_]{1,40}$/),
  channel: z.enum(['balance', 'unionpay', 'netsunion', 'carrier', 'bank']),
  age: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  least: fen,
  most: fen,
  mine: z.literal('1'),
  sort: z.enum(['oldest', 'newest', 'amount']),
  after: z.string().refine((text) => readCursor(text) !== undefined),
};

import { z } from 'zod';

/** Fen, in digits: a JSON number would lose the last ones of a large amount. */
const fen = z.string().regex(/^[1-9][0-9]{0,14}$/);
const reference = z.string().regex(/^[0-9A-Za-z-]{6,40}$/);
/** Words of others: shortened rather than refused, since the money beside them is real. */
const words = (most: number) =>
  z
    .string()
    .nullish()
    .transform((text) => (text ?? '').slice(0, most));
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** What the bank says about one payout. A state or reason of tomorrow is read, and then not understood. */
export const payoutAnswer = z.object({
  payoutNo: z.string(),
  state: z.string(),
  reference: reference.optional(),
  amount: fen,
  reason: z.string().optional(),
});
export type PayoutAnswer = z.output<typeof payoutAnswer>;

export const movement = z.object({
  reference,
  number: words(64),
  amount: fen,
  payerName: words(200),
  payerAccount: words(64),
  remark: words(500),
  at: moment,
});
export type Movement = z.output<typeof movement>;

export const movementList = z.object({
  movements: z.array(movement).max(500),
  next: z.string().nullable(),
});

export const verdictAnswer = z.object({ match: z.boolean(), bankName: z.string().optional() });

export const notice = z.discriminatedUnion('type', [
  z.object({ type: z.literal('credit'), ...movement.shape }),
  z.object({ type: z.literal('payout'), ...payoutAnswer.shape }),
]);
export type NoticeContent = z.output<typeof notice>;

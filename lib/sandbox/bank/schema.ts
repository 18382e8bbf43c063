import { z } from 'zod';

export const fen = z.string().regex(/^[1-9]\d{0,14}$/);
const name = z.string().trim().min(1).max(60);
const payoutNo = z.string().regex(/^[0-9a-z]{8,32}$/);
const seconds = z.number().min(0).max(86_400);

/** POST /bank/payouts. Amounts are fen in digits. */
export const payoutRequest = z.strictObject({
  payoutNo,
  amount: fen,
  cardNo: z.string().regex(/^\d{12,19}$/),
  name,
  requestedAt: z.iso.datetime({ offset: true }),
});
export type PayoutRequest = z.infer<typeof payoutRequest>;

export const identityRequest = z.strictObject({
  name,
  idNo: z.string().max(30),
  phone: z.string().max(20),
});
export const cardRequest = z.strictObject({
  name,
  idNo: z.string().max(30),
  cardNo: z.string().max(30),
});

/** What the bank does differently for a payout. Nothing given means: accept, then succeed. */
export const bankBehaviourSchema = z
  .strictObject({
    /** return: succeeds, and comes back as long after. stay: accepted until somebody decides. */
    outcome: z.enum(['succeed', 'fail', 'return', 'stay']),
    /** Of a failure or return. */
    reason: z.string().regex(/^[a-z_]{1,40}$/),
    /** request: as if it never came. reply: acts, then the connection drops. */
    lose: z.enum(['request', 'reply']),
    /** Seconds between the steps. */
    resultDelaySeconds: seconds,
    notice: z.enum(['send', 'none']),
    noticeCopies: z.number().int().min(1).max(5),
    noticeSignature: z.literal('wrong'),
  })
  .partial();
export type BankBehaviour = z.infer<typeof bankBehaviourSchema>;

/** POST /control/api/bank/script. `times`: for how many payouts it holds; without it, until a reset. */
export const bankScriptSchema = z.strictObject({
  match: z.union([
    z.strictObject({ payoutNo }),
    z.strictObject({ amount: fen }),
    z.strictObject({ any: z.literal(true) }),
  ]),
  behaviour: bankBehaviourSchema,
  times: z.number().int().min(1).optional(),
});
export type BankScriptInput = z.infer<typeof bankScriptSchema>;
export interface BankScript extends BankScriptInput {
  id: number;
}

/** What goes wrong with the notice of a credit, or with asking about it. */
const creditFlaws = z
  .strictObject({
    notice: z.enum(['send', 'none']),
    noticeSignature: z.literal('wrong'),
    /** Correctly signed, but with this amount. */
    noticeAmount: fen,
    /** Queries about it: as if it were not there, or no answer; `queryTimes` of them, else all. */
    queryAnswer: z.enum(['absent', 'drop']),
    queryTimes: z.number().int().min(1),
  })
  .partial();
export type CreditFlaws = z.infer<typeof creditFlaws>;

/** POST /control/api/bank/credits: somebody transfers money in. */
export const creditInput = z.strictObject({
  number: z.string().regex(/^\d{1,32}$/),
  amount: z.union([z.number().int().positive().transform(String), z.string()]).pipe(fen),
  payerName: name.default('张三'),
  payerAccount: z
    .string()
    .regex(/^\d{8,32}$/)
    .default('6200000000000005'),
  remark: z.string().max(200).default(''),
  /** The same again, with the same content, only sends its notice again. */
  reference: z
    .string()
    .regex(/^[0-9A-Za-z]{8,32}$/)
    .optional(),
  /** How many notices go out at once. */
  copies: z.number().int().min(1).max(10).default(1),
  ...creditFlaws.shape,
});
export type CreditInput = z.infer<typeof creditInput>;

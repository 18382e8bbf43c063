import { z } from 'zod';

const respCode = z.string().regex(/^[0-9A-Z]{2}$/);

/** What the gateway does differently for an order. Nothing given means: succeed, honestly. */
export const behaviourSchema = z
  .strictObject({
    /** decline: accepted, then fails. refuse: a refund or undo is turned down at once. */
    outcome: z.enum(['succeed', 'decline', 'refuse']),
    /** The code of a decline or refusal. */
    respCode,
    /** request: as if it never came. reply: acts, then the connection drops or the browser stays. */
    lose: z.enum(['request', 'reply']),
    notice: z.enum(['send', 'none']),
    noticeDelaySeconds: z.number().min(0).max(86_400),
    noticeCopies: z.number().int().min(1).max(5),
    /** wrong: a broken signature. stranger: a good one by a certificate nobody should trust. */
    noticeSignature: z.enum(['wrong', 'stranger']),
    /** Correctly signed, but with this amount in fen. */
    noticeAmount: z.string().regex(/^\d{1,12}$/),
    queryAnswer: z.enum(['34', '05', 'timeout', 'drop']),
    /** How many queries are answered so; without this and querySeconds: all of them. */
    queryTimes: z.number().int().min(1),
    /** Until this long after the order came. */
    querySeconds: z.number().positive(),
    /** Seconds between "accepted" and the result of a refund or undo. */
    resultDelaySeconds: z.number().min(0).max(86_400),
    /** The success page goes back to the merchant by itself (where JavaScript runs). */
    autoReturn: z.boolean(),
    /** Tell the merchant debit or credit (payCardType), as for a contract that has it switched on. */
    tellCardType: z.boolean(),
  })
  .partial();

export type Behaviour = z.infer<typeof behaviourSchema>;

const match = z.union([
  z.strictObject({ orderId: z.string().regex(/^[0-9A-Za-z]{8,40}$/) }),
  z.strictObject({
    amount: z.string().regex(/^[1-9]\d{0,11}$/),
    kind: z.enum(['consume', 'refund', 'undo']).optional(),
  }),
  z.strictObject({
    any: z.literal(true),
    kind: z.enum(['consume', 'refund', 'undo']).optional(),
  }),
]);

/** POST /control/api/script. `times`: for how many orders it holds; without it, until a reset. */
export const scriptSchema = z.strictObject({
  match,
  behaviour: behaviourSchema,
  times: z.number().int().min(1).optional(),
});

export type ScriptInput = z.infer<typeof scriptSchema>;

export interface Script extends ScriptInput {
  id: number;
}

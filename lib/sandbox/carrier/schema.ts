import { z } from 'zod';

const seconds = z.number().min(0).max(86_400);
/** The calls of the two interfaces that do something. */
const step = z.enum(['create', 'prepare', 'validate', 'confirm', 'cancel', 'refund']);
export type Step = z.infer<typeof step>;

const failure = z.strictObject({
  status: z.number().int().min(400).max(599),
  code: z.string().min(1),
  message: z.string().optional(),
  /** For so many calls about one payment; without it, for all. */
  times: z.number().int().min(1).optional(),
});
/** request: as if it never came. reply: acts, then the line drops. garbage: acts, then half an answer. */
const loss = z.enum(['request', 'reply', 'garbage']);

/** What a carrier does differently for a payment. Nothing given means: succeed, at once and honestly. */
export const behaviourSchema = z
  .strictObject({
    /** deny: the charge is, when it is decided. */
    outcome: z.enum(['succeed', 'deny']),
    denialReason: z.string().min(1).max(200),
    /** The call is answered with this and does nothing. */
    errors: z.partialRecord(step, failure),
    /** Once each. */
    lose: z.partialRecord(step, loss),
    /** How a prepared payment is validated; none: it is reserved at once. other: not as was asked. */
    action: z.enum(['open', 'validate', 'none', 'other']),
    /** lost: the text message never arrives. */
    code: z.enum(['sent', 'lost']),
    codeSeconds: seconds,
    /** How long a prepared payment waits to be confirmed. */
    confirmSeconds: seconds,
    /** In process first, prepared or charged so much later. */
    prepareDelaySeconds: seconds,
    resultDelaySeconds: seconds,
    refundOutcome: z.enum(['succeed', 'deny']),
    refundDelaySeconds: seconds,
    notice: z.enum(['send', 'none']),
    noticeDelaySeconds: seconds,
    noticeCopies: z.number().int().min(1).max(5),
    noticeToken: z.literal('wrong'),
    queryAnswer: z.enum(['absent', 'drop', 'timeout', 'garbage']),
    /** For so many questions; without it, for all. */
    queryTimes: z.number().int().min(1),
    /** Of whoever asks whose the number is. */
    lookup: z.enum(['drop', 'timeout', 'error']),
  })
  .partial();
export type CarrierBehaviour = z.infer<typeof behaviourSchema>;

/** POST /control/api/carrier/script. `times`: for how many payments it holds; without it, until a reset. */
export const scriptSchema = z.strictObject({
  match: z.union([
    z.strictObject({ clientCorrelator: z.string().min(1) }),
    z.strictObject({ phone: z.string().regex(/^1\d{10}$/) }),
    z.strictObject({ amount: z.string().regex(/^[1-9]\d{0,9}$/) }),
    z.strictObject({ any: z.literal(true) }),
  ]),
  behaviour: behaviourSchema,
  times: z.number().int().min(1).optional(),
});
export type CarrierScriptInput = z.infer<typeof scriptSchema>;
export interface CarrierScript extends CarrierScriptInput {
  id: number;
}

/** POST /control/api/carrier/payments/:id/…; `amount` in fen, all of the payment unless given. */
export const actionSchema = z.strictObject({
  amount: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .optional(),
  reason: z.string().min(1).max(200).optional(),
  at: z.iso.datetime({ offset: true }).optional(),
});
export type ActionInput = z.infer<typeof actionSchema>;

import { z } from 'zod';

const respCode = z.string().regex(/^[0-9A-Z]{2}$/);

/** What the gateway does differently for an order. Nothing given means: succeed, honestly. */
export const behaviourSchema = z
  .strictObject({
    /** decline: accepted, then fails. refuse: turned down at once. */
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
    /** Seconds between "accepted" (or the cardholder's confirming) and the result; 05 until then. */
    resultDelaySeconds: z.number().min(0).max(86_400),
    /** The success page goes back to the merchant by itself (where JavaScript runs). */
    autoReturn: z.boolean(),
    /** Tell the merchant debit or credit (payCardType), as for a contract that has it switched on. */
    tellCardType: z.boolean(),
    /** A payment by token without a code is turned down with 82, as risk control may. */
    demandSms: z.boolean(),
    /** silent: the app is started and never says anything. lose-reply: it acts, then says nothing. claim: it says "success" and did nothing. */
    host: z.enum(['silent', 'lose-reply', 'claim']),
    /** What the app hands to the page is wrongly signed, or by a certificate nobody should trust. */
    hostSignature: z.enum(['wrong', 'stranger']),
    /** In the day's file: left out, or told once more as an adjustment (ZME). */
    statement: z.enum(['missing', 'adjusted']),
    /** Of a code that is sent: how long it is good for. */
    codeSeconds: z.number().min(0).max(3_600),
  })
  .partial();

export type Behaviour = z.infer<typeof behaviourSchema>;

/** What a script can be for: orders, and what leaves none. */
export const SCRIPT_KINDS = [
  'consume',
  'refund',
  'undo',
  'payout',
  'signing',
  'sms',
  'ending',
  'file',
  'certificate',
] as const;
export type ScriptKind = (typeof SCRIPT_KINDS)[number];
const kind = z.enum(SCRIPT_KINDS).optional();

const match = z.union([
  z.strictObject({ orderId: z.string().regex(/^[0-9A-Za-z]{8,40}$/), kind }),
  z.strictObject({
    amount: z.string().regex(/^[1-9]\d{0,11}$/),
    kind,
  }),
  z.strictObject({ any: z.literal(true), kind }),
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

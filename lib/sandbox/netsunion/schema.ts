import { z } from 'zod';

const seconds = z.number().min(0).max(86_400);
const code = z.string().regex(/^P[BS]5\d{5}$/);
export const fen = z.string().regex(/^[1-9]\d{0,13}$/);
const kind = z.enum(['signing', 'payment', 'refund', 'ending']);
export type Kind = z.infer<typeof kind>;

/** What the channel does differently for a number. Nothing given means: succeed, at once and honestly. */
export const behaviourSchema = z
  .strictObject({
    /** refuse: fails at once. decline: taken, and fails when it is decided. */
    outcome: z.enum(['succeed', 'refuse', 'decline']),
    /** BizCd of a refusal or decline. */
    bizCd: code,
    /** The call is answered with this SysRtnCd and does nothing. */
    sysRtnCd: code,
    /** Of the step that decides, once. request: as if it never came. reply: acts, then the line drops. */
    lose: z.enum(['request', 'reply']),
    /** The same of the step that sends a code. */
    loseCode: z.enum(['request', 'reply']),
    /** How long a code is good for. */
    codeSeconds: seconds,
    /** In process first, decided so much later. */
    resultDelaySeconds: seconds,
    notice: z.enum(['send', 'none']),
    noticeDelaySeconds: seconds,
    noticeCopies: z.number().int().min(1).max(5),
    noticeSignature: z.literal('wrong'),
    /** Correctly signed, but with this amount in fen. */
    noticeAmount: fen,
    queryAnswer: z.enum(['absent', 'pending', 'drop', 'timeout']),
    /** For so many questions; without it, for all. */
    queryTimes: z.number().int().min(1),
  })
  .partial();
export type NetsUnionBehaviour = z.infer<typeof behaviourSchema>;

/** POST /control/api/netsunion/script. `times`: for how many numbers it holds; without it, until a reset. */
export const scriptSchema = z.strictObject({
  match: z.union([
    z.strictObject({ ordrId: z.string().regex(/^[0-9a-z]{8,32}$/) }),
    z.strictObject({ trxId: z.string().regex(/^[0-9a-f]{31}$/) }),
    z.strictObject({ amount: fen, kind: kind.optional() }),
    z.strictObject({ any: z.literal(true), kind: kind.optional() }),
  ]),
  behaviour: behaviourSchema,
  times: z.number().int().min(1).optional(),
});
export type NetsUnionScriptInput = z.infer<typeof scriptSchema>;
export interface NetsUnionScript extends NetsUnionScriptInput {
  id: number;
}

/** POST /control/api/netsunion/permissions: what a merchant's contract has; everything, unless said otherwise. */
export const permissionsSchema = z.strictObject({
  merchantNo: z.string().regex(/^[0-9A-Za-z]{15}$/),
  agreements: z.boolean().default(true),
  silentSigning: z.boolean().default(true),
});
export type Permissions = z.infer<typeof permissionsSchema>;

import { z } from 'zod';

const encrypted = z.base64().min(1).max(400);
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  .transform((text) => Date.parse(`${text}+08:00`))
  .pipe(z.number());
/** `CNY1.00` → fen in digits. */
const amount = z
  .string()
  .regex(/^CNY(0|[1-9]\d{0,11})\.\d\d$/)
  .transform((text) => text.slice(3).replace('.', '').replace(/^0+/, ''))
  .pipe(z.string().min(1));
const sgnNo = z.string().regex(/^[0-9A-Za-z]{6,40}$/);

const header = <Type extends string>(type: Type) =>
  z.strictObject({
    MsgTp: z.literal(type),
    IssrId: z.string().regex(/^[A-Z]\d{13}$/),
    Drctn: z.literal('11'),
    SndDt: moment,
    TrxId: z.string().regex(/^[0-9a-f]{31}$/),
  });
const order = {
  OrdrId: z.string().regex(/^[0-9a-z]{8,32}$/),
  MrchntNo: z.string().regex(/^[0-9A-Za-z]{15}$/),
};
const orderOnly = z.strictObject(order);

export const signingMessage = z.strictObject({
  MsgHeader: header('epcc.101.001.01'),
  MsgBody: z.strictObject({
    OrdrInf: orderOnly,
    TrxInf: z.strictObject({
      TrxCtgy: z.enum(['0201', '0202']),
      TrxDtTm: moment,
      AuthMsg: encrypted.optional(),
    }),
    SgnInf: z.strictObject({
      SgnAcctTp: z.literal('00'),
      SgnAcctId: encrypted,
      SgnAcctNm: encrypted,
      IDTp: z.literal('01'),
      IDNo: encrypted,
      MobNo: encrypted,
    }),
  }),
});
export type SigningMessage = z.infer<typeof signingMessage>;

export const endingMessage = z.strictObject({
  MsgHeader: header('epcc.103.001.01'),
  MsgBody: z.strictObject({ OrdrInf: orderOnly, RescindInf: z.strictObject({ SgnNo: sgnNo }) }),
});
export type EndingMessage = z.infer<typeof endingMessage>;

export const paymentMessage = z.strictObject({
  MsgHeader: header('epcc.201.001.01'),
  MsgBody: z.strictObject({
    OrdrInf: z.strictObject({ ...order, OrdrDesc: z.string().max(128) }),
    TrxInf: z.strictObject({
      TrxCtgy: z.enum(['0111', '0110']),
      TrxDtTm: moment,
      TrxAmt: amount,
      ExprTm: moment,
      AuthMsg: encrypted.optional(),
    }),
    PyerInf: z.strictObject({ SgnNo: sgnNo }),
  }),
});
export type PaymentMessage = z.infer<typeof paymentMessage>;

export const refundMessage = z.strictObject({
  MsgHeader: header('epcc.208.001.01'),
  MsgBody: z.strictObject({
    OrdrInf: orderOnly,
    TrxInf: z.strictObject({ TrxDtTm: moment, TrxAmt: amount }),
    OriTrxInf: z.strictObject({
      OriOrdrId: z.string(),
      OriNetTrxId: z.string(),
      OriTrxAmt: amount,
    }),
  }),
});
export type RefundMessage = z.infer<typeof refundMessage>;

export const questionMessage = z.strictObject({
  MsgHeader: header('epcc.211.001.01'),
  MsgBody: z.strictObject({
    OrdrInf: orderOnly,
    OriTrxInf: z.strictObject({
      OriMsgTp: z.enum(['epcc.101.001.01', 'epcc.201.001.01', 'epcc.208.001.01']),
    }),
  }),
});
export type QuestionMessage = z.infer<typeof questionMessage>;

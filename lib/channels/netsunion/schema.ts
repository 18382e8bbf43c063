import { z } from 'zod';

const text = z.string().max(200);
/** Agreement and transaction numbers of the channel's. */
const number = z.string().regex(/^[0-9A-Za-z]{6,40}$/);

/** What the channel says, as an answer or in a notice. What is not named here is not read. */
export const message = z.object({
  MsgHeader: z.object({ MsgTp: text, IssrId: text, Drctn: z.literal('22'), TrxId: text }),
  MsgBody: z.object({
    SysRtnInf: z.object({ SysRtnCd: text, SysRtnDesc: z.string().optional() }),
    BizInf: z.object({ BizCd: text, BizDesc: z.string().optional() }).optional(),
    OrdrInf: z.object({ OrdrId: text, MrchntNo: text }).optional(),
    TrxInf: z
      .object({ OriMsgTp: text.optional(), TrxAmt: text.optional(), NetTrxId: number.optional() })
      .optional(),
    SgnInf: z.object({ SgnNo: number, SgnAcctTp: text.optional() }).optional(),
    PyerInf: z.object({ PyerAcctTp: text.optional() }).optional(),
    ChckInf: z.object({ MobNoMsk: z.string().regex(/^\d{3}\*+\d{4}$/), ExprTm: text }).optional(),
  }),
});
export type Message = z.output<typeof message>;

import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Simulator } from '../simulator';
import { type Bindings, dropConnection, holdConnection } from '../web/connection';
import { answerQuestion } from './answer-question';
import { describeCode } from './codes';
import { describeHeader, describeRefusal, describeTransaction } from './describe';
import { endAgreement } from './end-agreement';
import {
  endingMessage,
  paymentMessage,
  questionMessage,
  refundMessage,
  signingMessage,
} from './messages';
import type { Receipt } from './receipt';
import { receivePayment } from './receive-payment';
import { receiveRefund } from './receive-refund';
import { receiveSigning } from './receive-signing';
import { signReply, verifyCall } from './sign';

type NetsUnionContext = Context<{ Bindings: Bindings }>;
type Body = object | 'drop' | 'hold';
interface Headed {
  MsgHeader: { MsgTp: string; IssrId: string; TrxId: string };
  MsgBody: { OrdrInf: { OrdrId: string; MrchntNo: string } };
}

/** The channel's interface: one address for each kind of message. Every call is signed, and so is its answer. */
export function netsUnionRoutes(simulator: Simulator) {
  const app = new Hono<{ Bindings: Bindings }>().basePath('/netsunion');
  const { config } = simulator;

  const handle =
    <Message extends Headed>(schema: z.ZodType<Message>, answer: (message: Message) => Body) =>
    async (c: NetsUnionContext) => {
      const body = Buffer.from(await c.req.arrayBuffer());
      const header = (name: string) => c.req.header(name);
      const to = verifyCall(config.netsunionSecret, { path: c.req.path, body, header });
      if (!to) return c.json({ error: 'not_authentic' }, 401);
      const given = readJson(body);
      const read = schema.safeParse(given);
      const answered = read.success ? answer(read.data) : describeRefusal('PS500001');
      if (answered === 'drop') return dropConnection(c);
      if (answered === 'hold') return holdConnection(c, config.holdMs);
      const about = read.success ? read.data.MsgHeader : headerOf(given);
      const MsgHeader = describeHeader(about.MsgTp, { issrId: about.IssrId, trxId: about.TrxId });
      const text = JSON.stringify({ MsgHeader, MsgBody: answered });
      const headers = signReply(config.netsunionSecret, { to, status: 200, body: text });
      return c.body(text, 200, { ...headers, 'Content-Type': 'application/json' });
    };
  const tell = (message: Headed, receipt: Receipt) => bodyOf(receipt, message);

  app.post(
    '/epcc.101.001.01',
    handle(signingMessage, (message) => tell(message, receiveSigning(simulator, message))),
  );
  app.post(
    '/epcc.103.001.01',
    handle(endingMessage, (message) => tell(message, endAgreement(simulator, message))),
  );
  app.post(
    '/epcc.201.001.01',
    handle(paymentMessage, (message) => tell(message, receivePayment(simulator, message))),
  );
  app.post(
    '/epcc.208.001.01',
    handle(refundMessage, (message) => tell(message, receiveRefund(simulator, message))),
  );
  app.post(
    '/epcc.211.001.01',
    handle(questionMessage, (message) => answerQuestion(simulator, message)),
  );
  return app;
}

function bodyOf(receipt: Receipt, { MsgBody }: Headed): Body {
  switch (receipt.kind) {
    case 'drop':
      return 'drop';
    case 'refused':
      return describeRefusal(receipt.sysRtnCd);
    case 'about':
      return describeTransaction(receipt.transaction, receipt.bizCd);
    case 'ended': {
      const { OrdrId, MrchntNo } = MsgBody.OrdrInf;
      return {
        ...describeRefusal('00000000'),
        BizInf: { BizCd: receipt.bizCd, BizDesc: describeCode(receipt.bizCd) },
        OrdrInf: { OrdrId, MrchntNo },
      };
    }
  }
}

/** What can be read of the header of a message that is otherwise none. */
function headerOf(given: unknown): Headed['MsgHeader'] {
  const header = given && typeof given === 'object' && 'MsgHeader' in given ? given.MsgHeader : {};
  const fields = header && typeof header === 'object' ? Object.entries(header) : [];
  const text = (name: string) => String(fields.find(([key]) => key === name)?.[1] ?? '');
  return { MsgTp: text('MsgTp'), IssrId: text('IssrId'), TrxId: text('TrxId') };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // What is no JSON fits no schema.
    return undefined;
  }
}

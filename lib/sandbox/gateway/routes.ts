import { type Context, Hono } from 'hono';
import { answerCode } from '../acp/answer-codes';
import { encodeAnswer, type Fields, parseForm } from '../acp/fields';
import { signAnswer } from '../acp/sign';
import { showGatewayError } from '../cardholder/show-gateway-error';
import { answerFile } from '../files/answer-file';
import type { Simulator } from '../simulator';
import { type Bindings, dropConnection, holdConnection } from '../web/connection';
import { chooseLanguage } from '../web/language';
import { answerBackRequest } from './answer-back-request';
import { answerQuery } from './answer-query';
import { receiveConsume } from './receive-consume';
import { receiveAppPayment } from './receive-started';
import type { Reply } from './reply';

type GatewayContext = Context<{ Bindings: Bindings }>;

/** UnionPay's addresses that the cashier uses. */
export function gatewayRoutes(simulator: Simulator) {
  const app = new Hono<{ Bindings: Bindings }>();

  app.post('/gateway/api/frontTransReq.do', async (c) => {
    const fields = await readFields(c);
    if (!fields) return c.text('Invalid request.');
    const receipt = receiveConsume(simulator, fields);
    if (receipt.kind === 'accepted') return c.redirect(`/pay/${receipt.order.id}`, 302);
    const language = chooseLanguage(c);
    if (receipt.kind === 'lost') return c.html(showGatewayError(language, undefined), 502);
    const { respCode, detail } = receipt.problem;
    return c.html(showGatewayError(language, answerCode(respCode, detail)), 400);
  });

  const answers = (path: string, answer: (fields: Fields, origin: string) => Reply) =>
    app.post(path, async (c) => {
      const fields = await readFields(c);
      if (!fields) return c.text('Invalid request.');
      const reply = answer(fields, new URL(c.req.url).origin);
      if (reply.kind === 'hold') return holdConnection(c, simulator.config.holdMs);
      if (reply.kind === 'drop') return dropConnection(c);
      return sendAnswer(c, simulator, reply.fields);
    });

  answers('/gateway/api/queryTrans.do', (fields) => answerQuery(simulator, fields));
  answers('/gateway/api/appTransReq.do', (fields) => receiveAppPayment(simulator, fields));
  answers('/gateway/api/backTransReq.do', (fields, origin) =>
    answerBackRequest(simulator, fields, origin),
  );
  answers('/file-download/', (fields) => answerFile(simulator, fields));

  return app;
}

async function readFields(c: GatewayContext): Promise<Fields | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return undefined;
  return parseForm(await c.req.text());
}

/** Raw `k=v&k=v`, signed by UnionPay's leaf; the gateway itself always answers 200. */
function sendAnswer(c: GatewayContext, { certificates }: Simulator, fields: Fields): Response {
  return c.body(encodeAnswer(signAnswer(fields, certificates.unionpay)), 200, {
    'Content-Type': 'text/plain;charset=UTF-8',
  });
}

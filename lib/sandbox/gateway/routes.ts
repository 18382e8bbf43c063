import { type Context, Hono } from 'hono';
import { answerCode } from '../acp/answer-codes';
import type { Problem } from '../acp/check-request';
import { encodeAnswer, type Fields, parseForm } from '../acp/fields';
import { signAnswer } from '../acp/sign';
import { showGatewayError } from '../cardholder/show-gateway-error';
import type { Simulator } from '../simulator';
import { type Bindings, dropConnection, holdConnection } from '../web/connection';
import { chooseLanguage } from '../web/language';
import { answerQuery } from './answer-query';
import { acceptanceFields, echoRequest } from './message-fields';
import { receiveConsume } from './receive-consume';
import { receiveRefund } from './receive-refund';

type GatewayContext = Context<{ Bindings: Bindings }>;

/** UnionPay's three addresses that the cashier uses. */
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

  app.post('/gateway/api/queryTrans.do', async (c) => {
    const fields = await readFields(c);
    if (!fields) return c.text('Invalid request.');
    const answer = answerQuery(simulator, fields);
    if (answer.kind === 'hold') return holdConnection(c, simulator.config.holdMs);
    if (answer.kind === 'drop') return dropConnection(c);
    return sendAnswer(c, simulator, answer.fields);
  });

  app.post('/gateway/api/backTransReq.do', async (c) => {
    const fields = await readFields(c);
    if (!fields) return c.text('Invalid request.');
    const receipt = receiveRefund(simulator, fields);
    if (receipt.kind === 'lost') return dropConnection(c);
    if (receipt.kind === 'refused') {
      return sendAnswer(c, simulator, refusalFields(fields, receipt.problem));
    }
    if (receipt.order.behaviour.lose === 'reply') return dropConnection(c);
    return sendAnswer(c, simulator, acceptanceFields(receipt.order));
  });

  return app;
}

async function readFields(c: GatewayContext): Promise<Fields | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return undefined;
  return parseForm(await c.req.text());
}

function refusalFields(request: Fields, { respCode, detail }: Problem): Fields {
  return { ...echoRequest(request), ...answerCode(respCode, detail) };
}

/** Raw `k=v&k=v`, signed by UnionPay's leaf; the gateway itself always answers 200. */
function sendAnswer(c: GatewayContext, { certificates }: Simulator, fields: Fields): Response {
  return c.body(encodeAnswer(signAnswer(fields, certificates.unionpay)), 200, {
    'Content-Type': 'text/plain;charset=UTF-8',
  });
}

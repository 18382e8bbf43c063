import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { takeBehaviour } from '../behaviour/take-behaviour';
import { checkTransaction } from '../gateway/check-transaction';
import { payCardType } from '../gateway/message-fields';
import { DROPPED, type Reply, reply } from '../gateway/reply';
import type { Simulator } from '../simulator';
import { isProblem, readToken } from './read-token';

/** 74/01 000902: the token is good for nothing from now on; 89 when it was not before either. */
export function endToken(simulator: Simulator, fields: Fields): Reply {
  const { store } = simulator;
  const problem = checkTransaction(simulator, fields, {
    required: REQUIRED.token,
    permissions: ['token'],
  });
  if (problem) return reply(fields, problem);
  const { orderId = '' } = fields;
  const behaviour = takeBehaviour(store, { orderId, amount: '', kind: 'ending' });
  if (behaviour.lose === 'request') return DROPPED;
  if (behaviour.outcome === 'refuse' || behaviour.outcome === 'decline') {
    return reply(fields, { respCode: behaviour.respCode ?? '02' });
  }
  const token = readToken(store, fields);
  if (isProblem(token)) return reply(fields, token);
  store.saveToken({ ...token, ended: true });
  return behaviour.lose === 'reply' ? DROPPED : reply(fields, { respCode: '00' });
}

/** 78/02 000902: is the token good? 89 when not. */
export function answerTokenQuery(simulator: Simulator, fields: Fields): Reply {
  const problem = checkTransaction(simulator, fields, {
    required: REQUIRED.token,
    permissions: ['token'],
  });
  if (problem) return reply(fields, problem);
  const token = readToken(simulator.store, fields);
  if (isProblem(token)) return reply(fields, token);
  const { trId } = token;
  return reply(
    fields,
    { respCode: '00' },
    {
      activateStatus: '1',
      payCardType: payCardType(token),
      tokenPayData: `{token=${token.token}&trId=${trId}&tokenLevel=40}`,
    },
  );
}

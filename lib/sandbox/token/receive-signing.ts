import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { isHolder, isPerson } from '../bank/known-people';
import { takeBehaviour } from '../behaviour/take-behaviour';
import { RESERVED_PHONE, TEST_CARDS } from '../cardholder/test-cards';
import { checkTransaction } from '../gateway/check-transaction';
import { signingFields } from '../gateway/message-fields';
import { newOrder, resultDueAt } from '../gateway/new-order';
import { DROPPED, type Reply, reply, replyAbout } from '../gateway/reply';
import { settleOrder } from '../gateway/settle-order';
import type { Simulator } from '../simulator';
import { isFree } from './is-free';
import { judgeCode } from './judge-code';
import { type Elements, readElements } from './read-elements';
import { isProblem, readTrId } from './read-token';

/**
 * 79/00 000902: four elements and the code that was sent for them, answered at once by a token or
 * by why there is none; by 05 where a script has the result come later. After a wrong or late code
 * the same number may come again; any other repeat is 12.
 */
export function receiveSigning(simulator: Simulator, fields: Fields): Reply {
  const { store } = simulator;
  const problem = checkTransaction(simulator, fields, {
    required: REQUIRED.signing,
    permissions: ['token'],
  });
  if (problem) return reply(fields, problem);
  const trId = readTrId(fields);
  if (isProblem(trId)) return reply(fields, trId);
  const elements = readElements(simulator, fields);
  if (isProblem(elements)) return reply(fields, elements);
  const missing = (['certifTp', 'certifId', 'customerNm', 'smsCode'] as const).find(
    (name) => !elements[name],
  );
  if (missing) return reply(fields, { respCode: '13', detail: missing });
  const known = store.findOrderByKey(fields);
  if (!isFree(known)) return reply(fields, { respCode: '12' });

  const { orderId = '' } = fields;
  const behaviour = takeBehaviour(store, { orderId, amount: '', kind: 'signing' });
  if (behaviour.lose === 'request') return DROPPED;
  const { card, maskedCard, phoneNo: phone } = elements;
  const order = store.saveOrder({
    ...newOrder('signing', fields, behaviour),
    ...(known ? { id: known.id } : {}),
    card,
    maskedCard,
    signing: { trId, phone },
  });
  const respCode = judge(simulator, fields, elements) ?? scripted(behaviour) ?? '00';
  if (respCode === '00' && behaviour.resultDelaySeconds) {
    store.saveOrder({ ...order, resultDueAtMs: resultDueAt(behaviour, 0) });
    simulator.dueWork.plan();
    return replyAbout(order, '05');
  }
  const settled = settleOrder(simulator, order, { respCode });
  return replyAbout(settled, respCode, signingFields(settled, store));
}

const scripted = ({
  outcome,
  respCode,
}: {
  outcome?: string;
  respCode?: string;
}): string | undefined =>
  outcome === 'refuse' || outcome === 'decline' ? (respCode ?? '68') : undefined;

/** Why UnionPay does not believe it; undefined when it does. */
function judge({ store }: Simulator, fields: Fields, elements: Elements): string | undefined {
  const { card, cardNo, phoneNo, subject, smsCode = '' } = elements;
  const mistrusted = card && TEST_CARDS[card].mistrusted;
  if (mistrusted === '71') return '71';
  const sent = store.findCode(fields);
  const wrongCode = judgeCode(store, sent, { code: smsCode, phone: phoneNo, subject });
  if (wrongCode) return wrongCode.respCode;
  if (mistrusted) return mistrusted;
  const { certifTp, certifId = '', customerNm = '' } = elements;
  const isTheirs = isPerson(customerNm, certifId) && isHolder(cardNo, customerNm);
  if (certifTp !== '01' || !isTheirs) return '66';
  return card && phoneNo !== RESERVED_PHONE ? '66' : undefined;
}

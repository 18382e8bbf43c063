import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { decryptText, readCardholder } from '../acp/sensitive';
import { bankOf, isHolder, isPerson } from '../bank/known-people';
import { takeBehaviour } from '../behaviour/take-behaviour';
import { findCard, maskCard, TEST_CARDS } from '../cardholder/test-cards';
import type { Simulator } from '../simulator';
import { checkTransaction } from './check-transaction';
import { newOrder, resultDueAt } from './new-order';
import { numberOrder } from './number-order';
import { DROPPED, type Reply, reply, replyAbout } from './reply';

/**
 * 12/00 000401: money to a card. A card that is none is turned down (61); everything else is
 * accepted, and whether name and card agree is told by query and back notice.
 */
export function receivePayout(simulator: Simulator, fields: Fields): Reply {
  const { store, config, certificates } = simulator;
  const problem = checkTransaction(simulator, fields, {
    required: REQUIRED.payout,
    permissions: ['payout'],
  });
  if (problem) return reply(fields, problem);
  const {
    accNo = '',
    customerInfo = '',
    encryptCertId,
    orderId = '',
    txnAmt: amount = '',
  } = fields;
  const cardNo = decryptText(accNo, certificates.encryption, encryptCertId);
  if (!cardNo) return reply(fields, { respCode: '10', detail: 'accNo' });
  const holder = readCardholder(customerInfo, certificates.encryption, encryptCertId);
  if (!holder) return reply(fields, { respCode: '10', detail: 'customerInfo' });
  const { customerNm, certifId } = holder;
  if (!customerNm) return reply(fields, { respCode: '13', detail: 'customerNm' });
  if (store.findOrderByKey(fields)) return reply(fields, { respCode: '12' });

  const behaviour = takeBehaviour(store, { orderId, amount, kind: 'payout' });
  if (behaviour.lose === 'request') return DROPPED;
  const known = bankOf(cardNo) !== undefined;
  const card = findCard(cardNo);
  const maskedCard = known ? maskCard(cardNo) : undefined;
  const received = { ...newOrder('payout', fields, behaviour), card, maskedCard };
  if (!known || behaviour.outcome === 'refuse') {
    const respCode = known ? (behaviour.respCode ?? '63') : '61';
    return replyAbout(store.saveOrder({ ...received, state: 'failed', respCode }), respCode);
  }
  const isTheirs = isHolder(cardNo, customerNm) && (!certifId || isPerson(customerNm, certifId));
  const order = numberOrder(
    store,
    {
      ...received,
      resultDueAtMs: resultDueAt(
        behaviour,
        card === 'doubt' ? config.doubtMs : config.resultDelayMs,
      ),
      resultCode: isTheirs ? frozenCode(card && TEST_CARDS[card].declines) : '66',
    },
    received.receivedAtMs,
  );
  store.saveOrder(order);
  simulator.dueWork.plan();
  return replyAbout(order, '00');
}

/** No balance and no limit stands in the way of money coming in; a frozen card does. */
const frozenCode = (declines: string | undefined): string | undefined =>
  declines === '63' ? '63' : undefined;

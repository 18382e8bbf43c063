import type { Simulator } from '../simulator';
import { beginPayment } from './begin-payment';
import { describePayment } from './describe';
import { lacksCredit, NO_CREDIT } from './meanings';
import type { Carrier } from './numbers';
import { readPaymentRequest } from './read-request';
import { answer, denied, type Reply } from './reply';
import { charge, reasonAgainst } from './settle';

/** createPayment: charged in one step. One that is denied at once never comes into being. */
export function createPayment(simulator: Simulator, carrier: Carrier, body: unknown): Reply {
  const read = readPaymentRequest(simulator, carrier, body);
  if ('bad' in read) return read.bad;
  return beginPayment(simulator, 'create', read.good, (payment) => {
    const countDenial = () => simulator.store.carriers.countDenial(payment.phone);
    const against = lacksCredit(payment.phone, countDenial) ? NO_CREDIT : reasonAgainst(payment);
    const later = payment.behaviour.resultDelaySeconds !== undefined;
    if (against && !later) return denied(against);
    return answer(201, describePayment(charge(simulator, payment)));
  });
}

import { REQUIRED } from '../acp/field-rules';
import type { Fields } from '../acp/fields';
import { takeBehaviour } from '../behaviour/take-behaviour';
import type { Simulator } from '../simulator';
import { checkTransaction } from './check-transaction';
import { DROPPED, type Reply, reply } from './reply';

/** 95/00 000000: the certificate that card data is to be encrypted for from now on. */
export function answerCertificate(simulator: Simulator, fields: Fields): Reply {
  const problem = checkTransaction(simulator, fields, { required: REQUIRED.certificate });
  if (problem) return reply(fields, problem);
  const { orderId = '' } = fields;
  const behaviour = takeBehaviour(simulator.store, { orderId, amount: '', kind: 'certificate' });
  if (behaviour.lose) return DROPPED;
  if (behaviour.outcome) return reply(fields, { respCode: behaviour.respCode ?? '02' });
  const [current] = simulator.certificates.encryption;
  return reply(fields, { respCode: '00' }, { encryptPubKeyCert: current?.certificatePem ?? '' });
}

import type { Simulator } from '../simulator';
import type { CarrierPayment } from './records';
import { fail, isDone, type Reply } from './reply';
import type { CarrierBehaviour, Step } from './schema';

/**
 * Does one step about a payment, unless its behaviour has it answered with an error, or the request or
 * the answer lost: each loss once. `find` is how the payment is found; before it is made it is not.
 */
export function playStep(
  { store }: Simulator,
  step: Step,
  about: { behaviour: CarrierBehaviour; find: () => CarrierPayment | undefined },
  act: () => Reply,
): Reply {
  const change = (edit: (behaviour: CarrierBehaviour) => CarrierBehaviour) => {
    const payment = about.find();
    if (payment) {
      store.carriers.savePayment({ ...payment, behaviour: edit(payment.behaviour) });
    }
  };
  const { errors, lose } = about.behaviour;
  const error = errors?.[step];
  if (error && error.times !== 0) {
    if (error.times) change((behaviour) => lessOne(behaviour, step));
    return fail(error.status, error.code, error.message);
  }
  const lost = lose?.[step];
  if (lost === 'request') {
    change((behaviour) => found(behaviour, step));
    return { kind: 'drop' };
  }
  const reply = act();
  if (!lost || !isDone(reply)) return reply;
  change((behaviour) => found(behaviour, step));
  return { kind: lost === 'reply' ? 'drop' : 'garbage' };
}

function lessOne(behaviour: CarrierBehaviour, step: Step): CarrierBehaviour {
  const error = behaviour.errors?.[step];
  if (!error?.times) return behaviour;
  const left = { ...error, times: error.times - 1 };
  return { ...behaviour, errors: { ...behaviour.errors, [step]: left } };
}

/** What was to get lost has been lost. */
function found(behaviour: CarrierBehaviour, step: Step): CarrierBehaviour {
  const { [step]: _, ...lose } = behaviour.lose ?? {};
  return { ...behaviour, lose };
}

import type { Simulator } from '../simulator';
import { behaviourOf } from './meanings';
import { CARRIER_NAMES } from './numbers';
import type { CarrierPayment } from './records';
import type { CarrierBehaviour, CarrierScript, CarrierScriptInput } from './schema';

export interface Subject {
  clientCorrelator?: string | undefined;
  phone: string;
  /** Fen in digits. */
  amount?: string;
}

/** How narrowly a script names this payment: 0 not at all, 4 by itself. */
function closeness({ match }: CarrierScript, subject: Subject): number {
  if ('clientCorrelator' in match) {
    return match.clientCorrelator === subject.clientCorrelator ? 4 : 0;
  }
  if ('phone' in match) return match.phone === subject.phone ? 3 : 0;
  if ('amount' in match) return match.amount === subject.amount ? 2 : 0;
  return 1;
}

/** Takes the narrowest script about a payment, of equal ones the newest; or, of the look-up, its own. */
function takeScript(
  { store }: Simulator,
  subject: Subject,
  about: 'payment' | 'lookup',
): CarrierBehaviour {
  const [script] = store.carriers
    .listScripts()
    .filter(({ behaviour }) => (behaviour.lookup !== undefined) === (about === 'lookup'))
    .map((one) => ({ one, rank: closeness(one, subject) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || b.one.id - a.one.id)
    .map(({ one }) => one);
  if (!script) return {};
  if (script.times === 1) store.carriers.removeScript(script.id);
  else if (script.times) store.carriers.saveScript({ ...script, times: script.times - 1 });
  return script.behaviour;
}

export const takeLookupBehaviour = (simulator: Simulator, phone: string) =>
  takeScript(simulator, { phone }, 'lookup').lookup;

/** The behaviour for a payment that has just come: what its number means, and what a script says over that. */
export function takeBehaviour(simulator: Simulator, subject: Subject): CarrierBehaviour {
  const meant = behaviourOf(subject.phone, simulator.config);
  return combine(meant, takeScript(simulator, subject, 'payment'));
}

/** Keeps a script for payments to come; one that names a payment or a phone holds for those there already. */
export function addScript(simulator: Simulator, input: CarrierScriptInput): CarrierScript {
  const { store } = simulator;
  const script = { ...input, id: store.nextNumber() };
  const known = input.behaviour.lookup === undefined ? paymentsOf(simulator, input) : [];
  for (const payment of known) {
    const behaviour = combine(payment.behaviour, input.behaviour);
    store.carriers.savePayment({ ...payment, behaviour, queriesMisled: 0 });
  }
  const times = input.times === undefined ? undefined : input.times - known.length;
  if (times === undefined) return store.carriers.saveScript(script);
  return times > 0 ? store.carriers.saveScript({ ...script, times }) : script;
}

function paymentsOf({ store }: Simulator, { match }: CarrierScriptInput): CarrierPayment[] {
  if ('phone' in match) return store.carriers.listPaymentsFrom(match.phone);
  if (!('clientCorrelator' in match)) return [];
  return CARRIER_NAMES.flatMap(
    (carrier) => store.carriers.findPaymentByCorrelator(carrier, match.clientCorrelator) ?? [],
  );
}

function combine(under: CarrierBehaviour, over: CarrierBehaviour): CarrierBehaviour {
  return {
    ...under,
    ...over,
    errors: { ...under.errors, ...over.errors },
    lose: { ...under.lose, ...over.lose },
  };
}

import type { Script, ScriptInput } from '../behaviour/schema';
import type { Simulator } from '../simulator';

/**
 * Adds a script. One that names an orderId also changes the order if it is already there, so that
 * a story can be turned while it runs.
 */
export function addScript({ store }: Simulator, input: ScriptInput): Script {
  const script = { ...input, id: store.nextNumber() };
  store.saveScript(script);
  if ('orderId' in input.match) {
    const { orderId, kind } = input.match;
    for (const order of store.listOrders()) {
      if (order.request.orderId !== orderId || (kind && kind !== order.kind)) continue;
      store.saveOrder({ ...order, behaviour: { ...input.behaviour }, queriesMisled: 0 });
    }
  }
  return script;
}

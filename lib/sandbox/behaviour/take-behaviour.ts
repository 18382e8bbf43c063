import type { Store } from '../state/store';
import { chooseScript } from './choose-script';
import type { Behaviour, ScriptKind } from './schema';

/** The behaviour for an order that has just come; a script with `times` is used up by one. */
export function takeBehaviour(
  store: Store,
  subject: { orderId: string; amount: string; kind: ScriptKind },
): Behaviour {
  const script = chooseScript(store.listScripts(), subject);
  if (!script) return {};
  if (script.times === 1) store.removeScript(script.id);
  else if (script.times !== undefined) store.saveScript({ ...script, times: script.times - 1 });
  return script.behaviour;
}

import type { Simulator } from '../simulator';
import type { Store } from '../state/store';
import type { BankBehaviour, BankScript, BankScriptInput } from './schema';

/** How narrowly a script names this payout: 0 not at all, 3 by its number. */
function closeness({ match }: BankScript, payout: { payoutNo: string; amount: string }): number {
  if ('payoutNo' in match) return match.payoutNo === payout.payoutNo ? 3 : 0;
  if ('amount' in match) return match.amount === payout.amount ? 2 : 0;
  return 1;
}

/** The behaviour for a payout that has just come: the narrowest match, of equal ones the newest. */
export function takeBankBehaviour(
  store: Store,
  payout: { payoutNo: string; amount: string },
): BankBehaviour {
  const [script] = store
    .listBankScripts()
    .map((one) => ({ ...one, rank: closeness(one, payout) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || b.id - a.id);
  if (!script) return {};
  const { rank: _, ...stored } = script;
  if (stored.times === 1) store.removeBankScript(stored.id);
  else if (stored.times) store.saveBankScript({ ...stored, times: stored.times - 1 });
  return stored.behaviour;
}

export function addBankScript({ store }: Simulator, input: BankScriptInput): BankScript {
  return store.saveBankScript({ ...input, id: store.nextNumber() });
}

import { checkRequest, type Problem, txnTimeIsCurrent } from '../acp/check-request';
import type { Fields } from '../acp/fields';
import { fromBeijingStamp } from '../beijing-time';
import type { Permission } from '../contract/schema';
import type { Simulator } from '../simulator';
import { merchantsOf } from './merchants-of';

/** The checks of a request, then of the contract (32) and that it was made just now (10). */
export function checkTransaction(
  simulator: Simulator,
  fields: Fields,
  wanted: {
    required: readonly string[];
    permissions?: readonly Permission[];
    /** What came before may come again later. */
    anyTime?: boolean;
  },
): Problem | undefined {
  const problem = checkRequest(fields, merchantsOf(simulator), wanted.required);
  if (problem) return problem;
  const { permissions } = simulator.store.readContract();
  const lacking = wanted.permissions?.find((name) => !permissions[name]);
  if (lacking) return { respCode: '32', detail: lacking };
  const current =
    wanted.anyTime || txnTimeIsCurrent(fromBeijingStamp(fields.txnTime ?? '') ?? 0, Date.now());
  return current ? undefined : { respCode: '10', detail: 'txnTime' };
}

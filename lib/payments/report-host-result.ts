import { adapterOf } from '@/lib/channels/registry';
import { getContract } from '@/lib/contracts/get-contract';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { findOrderByToken } from '@/lib/orders/find-order-by-token';
import { readOrder } from '@/lib/orders/read-order';
import type { Attempt } from './attempt';
import { payByQuickpass } from './pay-by-quickpass';
import { resolveAttempt } from './resolve-attempt';
import { decideSwitch, resultOf } from './rules';
import type { StartPayment, StartResult } from './start-payment';
import { noteHostResult, selectAttempt, selectAttemptByTn } from './store';

export interface HostReport extends Pick<StartPayment, 'token' | 'host' | 'actor'> {
  tn: string;
  result: 'success' | 'fail' | 'cancel' | 'not-installed' | 'unknown';
  surface?: 'control' | 'cashier' | 'sdk_wap';
  /** The host's signed words, where its SDK hands them out. */
  resultData?: string;
}

/**
 * What a host says after its own payment screen: written down, verified where it is signed, and never
 * believed: UnionPay is asked before anything is called paid or left. Only a definite "not installed",
 * where the contract has no SDK-WAP, leads on to UnionPay's page, as a new attempt, once UnionPay has
 * said that the first is unpaid. Refuses order_not_found, not_found (no such TN on this page).
 */
export async function reportHostResult(report: HostReport): Promise<StartResult> {
  const order = await findOrderByToken(report.token);
  if (!order) throw new Refusal('order_not_found');
  const attempt = await selectAttemptByTn({ orderId: order.id, tn: report.tn });
  if (!attempt) throw new Refusal('not_found', { orderId: order.id });
  const hostResult = await believable(report);
  const { surface } = report;
  await noteHostResult(attempt.id, { hostResult, ...(surface ? { surface } : {}) });
  const outcome = await resolveAttempt({ attemptId: attempt.id, actor: 'shopper' });
  const asked = await selectAttempt(attempt.id);
  const decision = outcome && decideSwitch(outcome, false);
  if (hostResult !== 'not-installed' || decision !== 'supersede') return resultOf(asked);
  return onUnionPaysPage(asked, report);
}

/** "success" that its own signature contradicts is worth nothing; unsigned words are only words. */
async function believable({ tn, result, resultData }: HostReport): Promise<string> {
  if (resultData === undefined) return result;
  const signed = adapterOf('unionpay').hostResults?.read(resultData, await databaseNow());
  if (signed?.tn === tn) return signed.result;
  log().warn({ result }, 'a host result that is not authentic');
  return 'unverified';
}

async function onUnionPaysPage(attempt: Attempt, report: HostReport): Promise<StartResult> {
  const { permissions } = await getContract(attempt.contractId, 'unionpay');
  if (permissions.includes('sdk_wap') || !permissions.includes('api_wap')) return resultOf(attempt);
  const order = await readOrder(attempt.orderId);
  const { host, actor } = report;
  const after = { attempt, cause: 'the app is not on this phone' };
  return payByQuickpass(order, { host, actor, after, only: 'api_wap' });
}

import { postNotice } from '../notices/client';
import type { DueItem } from '../notices/due-work';
import type { Simulator } from '../simulator';
import type { NoticeSend } from '../state/records';
import { describeHeader, describeTransaction } from './describe';
import type { Transaction } from './records';
import { settle } from './settle';
import { signCall } from './sign';

/** What the channel has to do by the clock: results that are due, and notices until they are acknowledged. */
export function dueAtNetsUnion(simulator: Simulator): DueItem[] {
  return simulator.store.netsunion.listTransactions().flatMap((transaction): DueItem[] => {
    const { trxId, resultDueAtMs, pendingNotice } = transaction;
    if (resultDueAtMs !== undefined) {
      const act = () => decide(simulator, transaction);
      return [{ key: `netsunion-result/${trxId}`, dueAtMs: resultDueAtMs, act }];
    }
    const url = simulator.config.netsunionNoticeUrl;
    if (!pendingNotice || !url) return [];
    const act = (stop: AbortSignal) => tell(simulator, transaction, url, stop);
    return [{ key: `netsunion-notice/${trxId}`, dueAtMs: pendingNotice.dueAtMs, act }];
  });
}

function decide(simulator: Simulator, transaction: Transaction): void {
  const { outcome, bizCd = 'PB511014' } = transaction.behaviour;
  settle(simulator, transaction, outcome === 'decline' ? bizCd : undefined);
}

async function tell(
  { config, store }: Simulator,
  transaction: Transaction,
  url: string,
  stop: AbortSignal,
): Promise<void> {
  const { behaviour, trxId } = transaction;
  const told = { ...transaction, amount: behaviour.noticeAmount ?? transaction.amount };
  const body = JSON.stringify({
    MsgHeader: describeHeader('epcc.213.001.01', transaction),
    MsgBody: describeTransaction(told),
  });
  const wrong = behaviour.noticeSignature === 'wrong';
  const secret = wrong ? `${config.netsunionSecret}, but not quite` : config.netsunionSecret;
  const { pathname, search } = new URL(url);
  const headers = {
    'Content-Type': 'application/json',
    ...signCall(secret, { path: pathname + search, body }),
  };
  const options = { timeoutMs: config.noticeTimeoutMs, stop, headers };
  const copies = Array.from({ length: behaviour.noticeCopies ?? 1 }, () =>
    postNotice(url, body, options),
  );
  const results: NoticeSend['result'][] = await Promise.all(copies);
  const current = store.netsunion.findTransaction(trxId);
  if (!current?.pendingNotice || stop.aborted) return;
  const sends = current.pendingNotice.sends + 1;
  const done = results.every((result) => result === 200);
  const pauseMs = done ? undefined : config.noticeRetryMs[sends - 1];
  const { pendingNotice: _, ...rest } = current;
  const tried = results.map((result) => ({ atMs: Date.now(), result }));
  store.netsunion.saveTransaction({
    ...rest,
    ...(pauseMs === undefined ? {} : { pendingNotice: { dueAtMs: Date.now() + pauseMs, sends } }),
    noticeSends: [...current.noticeSends, ...tried].slice(-20),
  });
}

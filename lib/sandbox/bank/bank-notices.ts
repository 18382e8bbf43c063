import { postNotice } from '../notices/client';
import type { DueItem } from '../notices/due-work';
import type { Simulator } from '../simulator';
import type { NoticeSend } from '../state/records';
import { describeMovement, describePayout } from './describe';
import type { Movement, Payout, Told } from './records';
import { stepPayout } from './settle-payout';
import { signCall } from './sign';

/** What the bank has to do by the clock: the next step of a payout, and notices until they are acknowledged. */
export function dueAtBank(simulator: Simulator): DueItem[] {
  const { store } = simulator;
  const movements = store.listMovements().flatMap((movement) => {
    const { reference, flaws } = movement;
    const told = { ...movement, amount: flaws.noticeAmount ?? movement.amount };
    const content = { type: 'credit', ...describeMovement(told) };
    return dueNotice(simulator, `credit/${reference}`, movement, {
      body: JSON.stringify(content),
      broken: flaws.noticeSignature === 'wrong',
      find: () => store.findMovement(reference),
      save: (changed) => store.saveMovement(changed),
    });
  });
  const payouts = store.listPayouts().flatMap((payout) => {
    const { payoutNo, behaviour, resultDueAtMs } = payout;
    const step: DueItem[] =
      resultDueAtMs === undefined
        ? []
        : [
            {
              key: `payout-step/${payoutNo}`,
              dueAtMs: resultDueAtMs,
              act: () => stepPayout(simulator, payout),
            },
          ];
    const notice = dueNotice(simulator, `payout/${payoutNo}/${payout.state}`, payout, {
      body: JSON.stringify({ type: 'payout', ...describePayout(payout) }),
      broken: behaviour.noticeSignature === 'wrong',
      find: () => store.findPayout(payoutNo),
      save: (changed) => store.savePayout(changed),
    });
    return [...step, ...notice];
  });
  return [...movements, ...payouts];
}

function dueNotice<T extends Movement | Payout>(
  simulator: Simulator,
  key: string,
  subject: T,
  notice: { body: string; broken: boolean; find: () => T | undefined; save: (changed: T) => T },
): DueItem[] {
  const url = simulator.config.bankNoticeUrl;
  if (!subject.pendingNotice || !url) return [];
  const act = async (stop: AbortSignal): Promise<void> => {
    const results = await sendCopies(simulator, subject, { ...notice, url }, stop);
    const current = notice.find();
    if (!current?.pendingNotice || stop.aborted) return;
    // It moved on while this was under way: the newer state has a notice of its own to send.
    const isOurs = current.pendingNotice.dueAtMs === subject.pendingNotice?.dueAtMs;
    const told = isOurs ? afterSend(simulator, current, results) : {};
    const sends = results.map((result) => ({ atMs: Date.now(), result }));
    notice.save({
      ...current,
      ...told,
      noticeSends: [...current.noticeSends, ...sends].slice(-20),
    });
  };
  return [{ key, dueAtMs: subject.pendingNotice.dueAtMs, act }];
}

function sendCopies(
  { config }: Simulator,
  { noticeCopies }: Told,
  { url, body, broken }: { url: string; body: string; broken: boolean },
  stop: AbortSignal,
): Promise<NoticeSend['result'][]> {
  const { pathname, search } = new URL(url);
  const secret = broken ? `${config.bankSecret}, but not quite` : config.bankSecret;
  const headers = {
    'Content-Type': 'application/json',
    ...signCall(secret, { method: 'POST', path: pathname + search, body }),
  };
  const options = { timeoutMs: config.noticeTimeoutMs, stop, headers };
  return Promise.all(Array.from({ length: noticeCopies }, () => postNotice(url, body, options)));
}

/** Only 200 acknowledges; what is not acknowledged is sent again, as UnionPay's notices are. */
function afterSend(
  { config }: Simulator,
  { pendingNotice }: Told,
  results: readonly NoticeSend['result'][],
): Pick<Told, 'pendingNotice'> {
  const sends = (pendingNotice?.sends ?? 0) + 1;
  const done = results.every((result) => result === 200);
  const pauseMs = done ? undefined : config.noticeRetryMs[sends - 1];
  return {
    pendingNotice: pauseMs === undefined ? undefined : { dueAtMs: Date.now() + pauseMs, sends },
  };
}

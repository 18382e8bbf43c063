import type { FourElements } from '@/lib/channels/agreement-port';
import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { ChannelAgreement } from './agreement';
import { claimCode, selectChannelAgreement } from './channel-agreement-store';
import { spendCodeBudget } from './code-budget';
import { refuseInDoubt } from './refuse-in-doubt';
import { CODE_GAP_SECONDS, MOST_CODES } from './rules';
import { type AskedForCode, sendCode } from './send-code';

/**
 * One more code for an open signing: 60 seconds after the last, at most five, and within what its
 * phone may get. Counted before the channel is asked.
 *
 * Refusals: code_too_soon {seconds}, too_many_codes, too_many_requests, signing_in_progress,
 * signing_unknown, code_not_sent (the former code still works)
 */
export async function resendCode(given: {
  row: ChannelAgreement;
  elements: FourElements;
  actor: string;
}): Promise<AskedForCode> {
  const { row, elements, actor } = given;
  refuseInDoubt(row);
  refuseSpent(row, await databaseNow());
  await spendCodeBudget(elements.phone);
  if (!(await inTransaction((tx) => claimCode(tx, row.id)))) {
    const now = present(await selectChannelAgreement(row.id), row.id);
    refuseInDoubt(now);
    refuseSpent(now, await databaseNow());
    throw new Refusal('state_conflict', { channelAgreementId: row.id });
  }
  const asked = await sendCode({ row, elements, actor });
  if (asked.reason && asked.row.state === 'code_sent') {
    throw new Refusal(asked.reason === 'too_many_codes' ? 'too_many_codes' : 'code_not_sent');
  }
  return asked;
}

function refuseSpent({ id, codes, lastCodeAt }: ChannelAgreement, now: Date): void {
  if (codes >= MOST_CODES) throw new Refusal('too_many_codes', { channelAgreementId: id });
  const waited = lastCodeAt ? (now.getTime() - lastCodeAt.getTime()) / 1000 : CODE_GAP_SECONDS;
  if (waited < CODE_GAP_SECONDS) {
    throw new Refusal('code_too_soon', { seconds: Math.ceil(CODE_GAP_SECONDS - waited) });
  }
}

import { present } from '@/lib/core/assert';
import { databaseNow } from '@/lib/core/clock';
import { log } from '@/lib/core/log';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { ChannelAgreement } from './agreement';
import {
  moveChannelAgreement,
  scheduleAsk,
  selectChannelAgreement,
} from './channel-agreement-store';
import { portOf } from './channel-terms';
import { nextAskAt } from './rules';
import { lockAgreementRow } from './store';

/**
 * Ends an agreement at its channel, under the ending's own number, the same on every repeat. Whatever
 * is not its word that the agreement is gone has the ending repeated by schedule.
 */
export async function endAtChannel(row: ChannelAgreement): Promise<void> {
  const { port, contract } = await portOf(row);
  const requestedAt = present(row.endRequestedAt, `the ending of ${row.id}`);
  const outcome = await port.end({
    channelAgreementNo: present(row.channelAgreementNo, `the number of ${row.id}`),
    endNo: present(row.endNo, `the ending of ${row.id}`),
    requestedAt,
    ...contract,
  });
  if (outcome.kind === 'ended') return confirmEnd(row);
  if (outcome.kind === 'failed' && outcome.reason === 'declined') {
    const { evidence } = outcome;
    log().error({ channelAgreementId: row.id, evidence }, 'a channel does not end an agreement');
  }
  const scheduleSeconds = port.querySchedule;
  const now = await databaseNow();
  await scheduleAsk(row.id, nextAskAt({ now, calledAt: requestedAt, scheduleSeconds }));
}

async function confirmEnd({ id, agreementId }: ChannelAgreement): Promise<void> {
  await inTransaction(async (tx) => {
    await lockAgreementRow(tx, agreementId);
    const row = await selectChannelAgreement(id, tx);
    if (row?.state !== 'ending') return;
    const cause = 'the channel confirmed it';
    const set = { nextAskAt: null };
    await moveChannelAgreement(tx, row, { event: 'confirmEnd', actor: 'channel', cause, set });
  });
}

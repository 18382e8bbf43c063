import { type Notice, UnauthenticNotice } from '@/lib/channels/port';
import { adapterOf, isRemoteChannel, type RemoteChannel } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { insertNotice } from './store';

/**
 * Takes in a channel's notice: verifies it over the raw bytes, stores it once, and answers what the
 * channel wants to hear. Acting on it is the job's work, committed together with the notice; the
 * same notice again is acknowledged and changes nothing. Refuses `not_found` (no such channel) and
 * `notice_not_authentic`.
 */
export async function receiveNotice({
  channel,
  body,
}: {
  channel: string;
  body: Uint8Array;
}): Promise<{ status: number; body: string }> {
  if (!isRemoteChannel(channel)) throw new Refusal('not_found', { channel });
  const receivedAt = await databaseNow();
  const { noticeKey, channelOrderNo } = readAuthentic(channel, body, receivedAt);
  await inTransaction(async (tx) => {
    const id = newId('ntc');
    const isNew = await insertNotice(tx, {
      ...{ id, channel, noticeKey, channelOrderNo },
      ...{ body, receivedAt },
    });
    if (isNew) await enqueueJob(tx, 'process-notice', { noticeId: id });
  });
  return adapterOf(channel).acknowledgement;
}

function readAuthentic(channel: RemoteChannel, body: Uint8Array, receivedAt: Date): Notice {
  try {
    return adapterOf(channel).readNotice({ body, receivedAt });
  } catch (error) {
    if (!(error instanceof UnauthenticNotice)) throw error;
    // The reason is the adapter's own words, never the content of the message.
    throw new Refusal('notice_not_authentic', { channel, reason: error.message });
  }
}

import { UnauthenticNotice } from '@/lib/channels/notice-port';
import { adapterOf, isRemoteChannel, type RemoteChannel } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { enqueueJobOnce } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { findAttemptByChannelNo } from '@/lib/payments/find-attempt-by-channel-no';

/** A browser may come back as often as it likes; the channel is asked this often at most. */
const ASK_EVERY_SECONDS = 2;

/**
 * The shopper's browser comes back from a channel. What it carries is never believed: an authentic
 * return only says whose page to show, and has the channel asked at once. Answers undefined for
 * anything else, so that nobody learns a page's address by quoting a number. Refuses `not_found`.
 */
export async function receiveReturn({
  channel,
  body,
}: {
  channel: string;
  body: Uint8Array;
}): Promise<{ payToken: string } | undefined> {
  if (!isRemoteChannel(channel)) throw new Refusal('not_found', { channel });
  // Left without paying: some channels then send the browser back with nothing.
  if (body.byteLength === 0) return undefined;
  const channelOrderNo = await authenticNumber(channel, body);
  const attempt = channelOrderNo && (await findAttemptByChannelNo(channel, channelOrderNo));
  if (!attempt) return undefined;
  const { id: attemptId, payToken } = attempt;
  const slot = { key: attemptId, perSeconds: ASK_EVERY_SECONDS };
  await inTransaction((tx) => enqueueJobOnce(tx, 'resolve-attempt', { attemptId }, slot));
  return { payToken };
}

async function authenticNumber(
  channel: RemoteChannel,
  body: Uint8Array,
): Promise<string | undefined> {
  const receivedAt = await databaseNow();
  try {
    return adapterOf(channel).readNotice({ body, receivedAt }).channelOrderNo;
  } catch (error) {
    if (!(error instanceof UnauthenticNotice)) throw error;
    log().warn({ channel, reason: error.message }, 'a return that is not authentic');
    return undefined;
  }
}

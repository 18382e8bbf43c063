import {
  type NoticeRequest,
  type NoticeSender,
  UnauthenticNotice,
} from '@/lib/channels/notice-port';
import { isNoticeChannel, noticeSenderOf } from '@/lib/channels/registry';
import { databaseNow } from '@/lib/core/clock';
import { Refusal } from '@/lib/core/errors';
import { failPoint } from '@/lib/core/fail-point';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { noteInLog } from '@/lib/core/log-context';
import { enqueueJob } from '@/lib/core/queue';
import { inTransaction } from '@/lib/core/unit-of-work';
import { insertNotice } from './store';

/**
 * Takes in a channel's notice: verifies it over the raw bytes, stores it once, and answers what the
 * channel wants to hear. Acting on it is the job's work, committed together with the notice; the
 * same notice again is acknowledged and changes nothing. Refuses `not_found` (no such channel) and
 * `notice_not_authentic`, or `notice_token_wrong` where a secret among the headers vouches.
 */
export async function receiveNotice({
  channel,
  body,
  headers = {},
}: {
  channel: string;
  body: Uint8Array;
  /** Names in lower case; what is kept are those that vouch for the body. */
  headers?: Readonly<Record<string, string>>;
}): Promise<{ status: number; body: string }> {
  if (!isNoticeChannel(channel)) throw new Refusal('not_found', { channel });
  const sender = noticeSenderOf(channel);
  const request = { body, headers: vouching(sender, headers), receivedAt: await databaseNow() };
  const { noticeKey, channelOrderNo } = readAuthentic(channel, sender, request);
  await inTransaction(async (tx) => {
    const id = newId('ntc');
    const isNew = await insertNotice(tx, {
      ...{ id, channel, noticeKey, channelOrderNo, ...request },
      headersAreSecret: sender.noticeHeadersSecret ?? false,
    });
    if (!isNew) return;
    noteInLog({ noticeId: id });
    await enqueueJob(tx, 'process-notice', { noticeId: id });
  });
  log().info({ channel, channelOrderNo }, 'a notice is kept');
  failPoint('notice.kept');
  return sender.acknowledgement;
}

const vouching = (
  { noticeHeaders = [] }: NoticeSender,
  headers: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(noticeHeaders.map((name) => [name, headers[name] ?? '']));

function readAuthentic(channel: string, sender: NoticeSender, request: NoticeRequest) {
  try {
    return sender.readNotice(request);
  } catch (error) {
    if (!(error instanceof UnauthenticNotice)) throw error;
    // The reason is the adapter's own words, never the content of the message.
    const code = sender.noticeHeadersSecret ? 'notice_token_wrong' : 'notice_not_authentic';
    throw new Refusal(code, { channel, reason: error.message });
  }
}

import type { NoticeChannel } from '@/lib/channels/registry';
import { open, seal } from '@/lib/core/crypto';
import { db, type Tx } from '@/lib/core/db';

const bodyContext = (noticeId: string): string => `channel_notice:${noticeId}`;
const headersContext = (noticeId: string): string => `channel_notice_headers:${noticeId}`;

/** False when a notice with this key is there already: the same one, sent again. */
export async function insertNotice(
  tx: Tx,
  notice: {
    id: string;
    channel: NoticeChannel;
    noticeKey: string;
    channelOrderNo: string;
    body: Uint8Array;
    headers: Record<string, string>;
    headersAreSecret: boolean;
    receivedAt: Date;
  },
): Promise<boolean> {
  const { body, headers, headersAreSecret, ...columns } = notice;
  const sealedBody = new Uint8Array(seal(body, bodyContext(notice.id)));
  const vouching = headersAreSecret
    ? { sealedHeaders: new Uint8Array(seal(JSON.stringify(headers), headersContext(notice.id))) }
    : { headers };
  const data = [{ ...columns, sealedBody, ...vouching }];
  const { count } = await tx.channelNotice.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export async function selectNotice(id: string) {
  const { sealedBody, headers, sealedHeaders, ...notice } =
    await db().channelNotice.findUniqueOrThrow({
      where: { id },
      select: {
        ...{ channel: true, sealedBody: true, headers: true, sealedHeaders: true },
        receivedAt: true,
      },
    });
  const body = new Uint8Array(open(sealedBody, bodyContext(id)));
  const secret = sealedHeaders && JSON.parse(open(sealedHeaders, headersContext(id)).toString());
  return { ...notice, body, headers: toHeaders(secret ?? headers) };
}

/** The column holds what `insertNotice` wrote: texts by name. */
const toHeaders = (json: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(Object(json)).map(([name, value]) => [name, String(value)]));

export async function hasNoticeResult(noticeId: string): Promise<boolean> {
  return (await db().channelNoticeResult.count({ where: { noticeId } })) > 0;
}

export async function insertNoticeResult(noticeId: string, result: string): Promise<void> {
  const data = [{ noticeId, result }];
  await db().channelNoticeResult.createMany({ data, skipDuplicates: true });
}

/** Notices of the last day that have been waiting for a minute to be processed. */
export async function selectUnprocessedNotices(tx: Tx, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM channel_notices n
     WHERE n.received_at BETWEEN now() - interval '1 day' AND now() - interval '1 minute'
       AND NOT EXISTS (SELECT FROM channel_notice_results r WHERE r.notice_id = n.id)
     ORDER BY n.received_at LIMIT ${most}`;
  return rows.map((row) => row.id);
}

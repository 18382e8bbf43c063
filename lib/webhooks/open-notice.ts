import { selectNotice } from './store';

/** A channel's notice as it came, opened for somebody of support; whoever shows it masks it first. */
export async function openNotice({
  noticeId,
}: {
  noticeId: string;
}): Promise<{ channel: string; receivedAt: Date; text: string }> {
  const { channel, receivedAt, body } = await selectNotice(noticeId);
  return { channel, receivedAt, text: new TextDecoder().decode(body) };
}

import { brokenAnswer, channelRoute, plainAnswer } from '@/app/_server/channel-route';
import { receiveNotice } from '@/lib/webhooks/receive-notice';

/** Channel to us, server to server. Whatever is not acknowledged here, the channel sends again. */
export const POST = channelRoute({
  name: 'notify',
  run: async (call) => {
    const acknowledged = await receiveNotice(call);
    return plainAnswer(acknowledged.status, acknowledged.body);
  },
  otherwise: (report) =>
    report.kind === 'refused'
      ? plainAnswer(report.refusal.status, report.refusal.code)
      : brokenAnswer(report),
});

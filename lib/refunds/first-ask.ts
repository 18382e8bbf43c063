import { adapterOf, isRemoteChannel } from '@/lib/channels/registry';
import type { Refund } from './refund';
import { nextAskAt } from './rules';

/** When the channel is asked first about a refund that goes to it now; null where there is no channel. */
export function firstAskAt({ channel }: Pick<Refund, 'channel'>, now: Date): Date | null {
  if (!isRemoteChannel(channel)) return null;
  return nextAskAt({ now, asks: 0, scheduleSeconds: adapterOf(channel).querySchedule.refund });
}

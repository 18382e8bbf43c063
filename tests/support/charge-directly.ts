import { adapterOf, channelNoticeUrl, channelReturnUrl } from '@/lib/channels/registry';
import { present } from '@/lib/core/assert';
import { newSortableNumber } from '@/lib/core/ids';
import { cny } from '@/lib/money/money';
import type { CarrierRails } from './carrier-rails';
import type { ReceivedEvent } from './event-inbox';
import { phoneNumber } from './phone-numbers';

/** Has the carrier charge a phone at once, under a number of ours, and answers its event about it. */
export async function chargeDirectly(
  rails: CarrierRails,
): Promise<{ channelOrderNo: string; told: ReceivedEvent }> {
  const channelOrderNo = newSortableNumber().toLowerCase();
  const requestedAt = new Date();
  const outcome = await adapterOf('carrier').pay({
    channelOrderNo,
    instrument: {
      ...{ type: 'phone', carrier: 'cmcc', mode: 'direct', phone: `+86${phoneNumber()}` },
      ...{ phoneMasked: '139****', serviceId: 'MOB0001', feePoint: 'MA00600' },
      ...{ merchantName: '测试商户', billText: '增值业务-数字内容' },
    },
    amount: cny(600n),
    requestedAt,
    payableUntil: new Date(requestedAt.getTime() + 900_000),
    subject: '游戏金币',
    host: 'mobile',
    noticeUrl: channelNoticeUrl('carrier'),
    returnUrl: channelReturnUrl('carrier'),
  });
  const channelRef = 'channelRef' in outcome ? outcome.channelRef : undefined;
  const [told] = await rails.events(present(channelRef, 'the carrier’s number of the payment'), 1);
  return { channelOrderNo, told: present(told, 'the carrier’s event') };
}

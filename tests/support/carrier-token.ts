import { createHmac, hkdfSync } from 'node:crypto';
import type { CarrierCode } from '@/lib/channels/port';

/** The token that a carrier holds for one of our numbers, or that it makes up for another one. */
export function tokenOfCarrier(
  carrier: CarrierCode,
  clientSecret: string,
  channelOrderNo: string,
): string {
  const key = hkdfSync('sha256', clientSecret, '', `camara/notice/${carrier}`, 32);
  const mac = createHmac('sha256', Buffer.from(key)).update(channelOrderNo).digest('hex');
  return `${channelOrderNo}.${mac}`;
}

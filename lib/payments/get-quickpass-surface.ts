import { listChannelHealth } from '@/lib/channel-health/list-channel-health';
import { healthOf, isUsable } from '@/lib/channel-health/rules';
import { findContract } from '@/lib/contracts/find-contract';
import {
  type HostFacts,
  type QuickPassSurface,
  quickpassSurface,
} from '@/lib/methods/quickpass-surface';

/** Which way of QuickPass works for this merchant's shopper, by contract, host and how UnionPay is doing. */
export async function getQuickpassSurface({
  merchantId,
  host,
}: {
  merchantId: string;
  host: HostFacts;
}): Promise<QuickPassSurface> {
  const channel = 'unionpay';
  const [contract, health] = await Promise.all([
    findContract({ merchantId, channel }),
    listChannelHealth(),
  ]);
  const can = (permission: NonNullable<typeof contract>['permissions'][number]) =>
    contract?.permissions.includes(permission) ?? false;
  const permissions = {
    control: can('control'),
    sdkWap: can('sdk_wap'),
    apiWap: can('api_wap'),
    qr: can('qr'),
  };
  const surface = quickpassSurface({ host, permissions, channelOpen: contract !== undefined });
  // A TN and a QR code are asked for; UnionPay's own page is reached by the browser alone.
  const called =
    surface.kind !== 'unavailable' && !(surface.kind === 'wap' && surface.by === 'api');
  const usable = isUsable(healthOf(health, { channel, operation: 'pay' }));
  return called && !usable ? quickpassSurface({ host, permissions, channelOpen: false }) : surface;
}

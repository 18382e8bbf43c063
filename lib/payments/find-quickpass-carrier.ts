import { listChannelHealth } from '@/lib/channel-health/list-channel-health';
import { healthOf } from '@/lib/channel-health/rules';
import { findContract } from '@/lib/contracts/find-contract';
import { databaseNow } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import type { Permission } from '@/lib/core/permissions';
import type { HostFacts, QuickPassSurface } from '@/lib/methods/quickpass-surface';
import type { Order } from '@/lib/orders/order';
import { chooseChannel } from '@/lib/routing/choose-channel';
import type { Carrier } from './carrier';
import { getQuickpassSurface } from './get-quickpass-surface';
import { termsOf } from './routing-facts';
import { PAYABLE_MS } from './rules';

type Way = Pick<Carrier, 'instrument' | 'surface' | 'payableMs'> & { needs: Permission | null };

/**
 * How QuickPass would be carried for this shopper, here and now. Refuses method_unavailable with the
 * reason when it cannot be.
 */
export async function findQuickpassCarrier(
  order: Order,
  host: HostFacts,
  only?: 'api_wap',
): Promise<Carrier> {
  const channel = 'unionpay';
  const contract = await findContract({ merchantId: order.merchantId, channel });
  const surface: QuickPassSurface =
    only === 'api_wap' && contract?.permissions.includes('api_wap')
      ? { kind: 'wap', by: 'api' }
      : await getQuickpassSurface({ merchantId: order.merchantId, host });
  if (!contract || surface.kind === 'unavailable') {
    const reason = surface.kind === 'unavailable' ? surface.reason : 'channel_unavailable';
    throw new Refusal('method_unavailable', { orderId: order.id, reason });
  }
  const { needs, ...way } = wayOf(surface);
  const [now, all] = await Promise.all([databaseNow(), listChannelHealth()]);
  // UnionPay's own page needs no call of ours: it is reached by a form of the browser's.
  const health = healthOf(needs === 'api_wap' ? [] : all, { channel, operation: 'pay' });
  const routing = chooseChannel({
    amount: order.amount,
    cardType: null,
    now,
    candidates: [
      {
        channel,
        contract: termsOf(contract),
        needs,
        supportsCard: true,
        agreement: 'none',
        health,
      },
    ],
  });
  if (!routing.chosen) {
    const reason = routing.ranking[0]?.reason ?? 'channel_unavailable';
    throw new Refusal('method_unavailable', { orderId: order.id, reason });
  }
  return { ...way, method: 'quickpass', channel, contract, routing };
}

function wayOf(surface: Exclude<QuickPassSurface, { kind: 'unavailable' }>): Way {
  switch (surface.kind) {
    case 'control':
    case 'cashier':
      return onOneTn(surface.kind);
    case 'wap':
      return surface.by === 'sdk'
        ? onOneTn('sdk_wap')
        : {
            instrument: { type: 'quickpass', surface: 'front' },
            surface: 'api_wap',
            payableMs: PAYABLE_MS,
            needs: 'api_wap',
          };
    case 'qr':
      return {
        instrument: { type: 'quickpass', surface: 'qr' },
        surface: 'qr',
        payableMs: env().QR_SECONDS * 1000,
        needs: 'qr',
      };
  }
}

/** What the host will most likely run on the TN; it reports which it did. */
const onOneTn = (surface: 'control' | 'cashier' | 'sdk_wap'): Way => ({
  instrument: { type: 'quickpass', surface: 'control' },
  surface,
  payableMs: PAYABLE_MS,
  needs: 'control',
});

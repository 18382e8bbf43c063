import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import type { HostFacts, QuickPassSurface } from '@/lib/methods/quickpass-surface';
import type { Order } from '@/lib/orders/order';
import type { ChannelChoice } from './channel-choice';
import { quickpassRoute, surfaceHere } from './channel-rules';
import { findChannelFacts } from './find-channel-facts';
import { PAYABLE_MS } from './rules';

type Way = Pick<ChannelChoice, 'instrument' | 'surface' | 'payableMs'>;

/**
 * How QuickPass would be carried for this shopper, here and now. Refuses method_unavailable with the
 * reason when it cannot be.
 */
export async function findQuickpassChoice(
  order: Order,
  host: HostFacts,
  only?: 'api_wap',
): Promise<ChannelChoice> {
  const channel = 'unionpay';
  const facts = await findChannelFacts({ merchantId: order.merchantId });
  const contract = facts.contracts[channel];
  const surface: QuickPassSurface =
    only === 'api_wap' && contract?.permissions.includes('api_wap')
      ? { kind: 'wap', by: 'api' }
      : surfaceHere(facts, host);
  if (!contract || surface.kind === 'unavailable') {
    const reason = surface.kind === 'unavailable' ? surface.reason : 'channel_unavailable';
    throw new Refusal('method_unavailable', { orderId: order.id, reason });
  }
  const routing = quickpassRoute(facts, { amount: order.amount, surface });
  if (!routing.chosen) {
    const reason = routing.ranking[0]?.reason ?? 'channel_unavailable';
    throw new Refusal('method_unavailable', { orderId: order.id, reason });
  }
  return { ...wayOf(surface), method: 'quickpass', channel, contract, routing };
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
          };
    case 'qr':
      return {
        instrument: { type: 'quickpass', surface: 'qr' },
        surface: 'qr',
        payableMs: env().QR_SECONDS * 1000,
      };
  }
}

/** What the host will most likely run on the TN; it reports which it did. */
const onOneTn = (surface: 'control' | 'cashier' | 'sdk_wap'): Way => ({
  instrument: { type: 'quickpass', surface: 'control' },
  surface,
  payableMs: PAYABLE_MS,
});

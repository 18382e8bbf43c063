import { seeOther } from '@/app/_server/channel-route';
import { isPrefetch } from '@/app/_server/is-prefetch';
import { payerDevice } from '@/app/_server/payer-device';
import { readHost } from '@/app/_server/read-host';
import { unknownOrderAddress } from '@/app/_server/unknown-order-address';
import { noteScan } from '@/lib/orders/note-scan';
import { isPayToken } from '@/lib/orders/rules';
import { findOrderMark } from '@/lib/payments/find-order-mark';

type Params = { params: Promise<{ token: string }> };

/**
 * Behind the code on a PC's page. A phone that opens it has scanned it, which the PC then shows; whatever
 * only looks (a preview, a prefetch, another PC) is led on all the same.
 */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const byPhone = (await readHost()).screen === 'mobile' && !isPrefetch(request.headers);
  if (byPhone && (await findOrderMark(token)))
    await noteScan({ token, device: await payerDevice() });
  return toOrder(token);
}

export async function HEAD(_request: Request, { params }: Params): Promise<Response> {
  return toOrder((await params).token);
}

/** Only what a token can be is repeated as an address. */
const toOrder = (token: string): Response =>
  seeOther(isPayToken(token) ? `/pay/${token}` : unknownOrderAddress(token));

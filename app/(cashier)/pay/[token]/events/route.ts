import { createEventStream } from '@/app/_server/event-stream';
import { isProcessEnding, lastWord } from '@/app/_server/process-end';
import { report } from '@/app/_server/report';
import { clientAddress } from '@/lib/auth/client-address';
import { findOrderMark } from '@/lib/payments/find-order-mark';
import { watchOrder } from '@/lib/payments/watch-order';

const bare = (status: number): Response =>
  new Response(null, { status, headers: { 'Cache-Control': 'no-store', ...lastWord() } });

/** The order's version at once, and again whenever it is another one. A page that is refused here asks. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  if (isProcessEnding()) return bare(503);
  try {
    const found = await findOrderMark(token);
    if (!found) return bare(404);
    // Only now: what has timers of its own is made when nothing can fail any more.
    const address = await clientAddress();
    const { response, say, signal, end } = createEventStream(request.signal);
    if (watchOrder({ ...found, address, tell: say, end, signal })) return response;
    end();
  } catch (error) {
    report(error, 'events of an order');
  }
  return bare(503);
}

/** Nobody reads a stream that was asked for without its body. */
export const HEAD = (): Response => new Response(null);

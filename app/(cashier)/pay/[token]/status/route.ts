import { lastWord } from '@/app/_server/process-end';
import type { Status } from '@/components/cashier/ask-status';
import { findOrderMark } from '@/lib/payments/find-order-mark';

/** What a page asks that hears no events: is it still the same? */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const found = await findOrderMark((await params).token);
  const headers = { 'Cache-Control': 'no-store', ...lastWord() };
  if (!found) return new Response(null, { status: 404, headers });
  const status: Status = { version: found.mark };
  return Response.json(status, { headers });
}

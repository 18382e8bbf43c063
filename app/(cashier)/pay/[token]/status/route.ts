import { loadCashier } from '@/app/_server/load-cashier';
import type { Status } from '@/components/cashier/ask-status';
import { isSettled, viewVersion } from '@/components/cashier/screen';

/** What the page asks again and again: has anything changed, and can anything still change? */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const view = await loadCashier((await params).token);
  const status: Status = { version: viewVersion(view), settled: isSettled(view) };
  return Response.json(status, { headers: { 'Cache-Control': 'no-store' } });
}

import { isProcessEnding } from '@/app/_server/process-end';
import { checkReadiness } from '@/lib/observability/check-readiness';

export const dynamic = 'force-dynamic';

/** For whoever decides whether requests may come here: not while this process is on its way out. */
export async function GET(): Promise<Response> {
  const found = { ...(await checkReadiness()), staying: !isProcessEnding() };
  const ready = Object.values(found).every(Boolean);
  return Response.json(
    { ready, ...found },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

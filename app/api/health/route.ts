import { checkHealth } from '@/lib/core/check-health';

export const dynamic = 'force-dynamic';

/** Is this process there, and its database? */
export async function GET(): Promise<Response> {
  const ok = await checkHealth();
  return Response.json(
    { ok },
    { status: ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

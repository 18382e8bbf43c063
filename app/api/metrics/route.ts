import { answerMetrics } from '@/lib/observability/answer-metrics';

export const dynamic = 'force-dynamic';

/** For Prometheus, with the bearer token of METRICS_TOKEN. */
export async function GET(request: Request): Promise<Response> {
  const { status, headers, text } = await answerMetrics(request.headers.get('authorization'));
  return new Response(text, { status, headers });
}

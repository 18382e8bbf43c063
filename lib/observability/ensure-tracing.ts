import { env } from '@/lib/core/env';

/**
 * Traces where OTEL_EXPORTER_OTLP_ENDPOINT says where to; otherwise nothing of it is even loaded. Answers how to
 * send what has not been sent yet.
 */
export async function ensureTracing(service: 'app' | 'worker'): Promise<() => Promise<void>> {
  const endpoint = env().OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint) return async () => undefined;
  const { startTracing } = await import('./start-tracing');
  return startTracing(`cashier-${service}`, endpoint);
}

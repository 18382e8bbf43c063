import { createServer } from 'node:http';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { answerMetrics } from '@/lib/observability/answer-metrics';

/**
 * A worker answers no requests but this one: what Prometheus asks, at /metrics on WORKER_METRICS_PORT. A port that
 * is taken is an error at start. Answers how to stop.
 */
export async function startMetricsListener(): Promise<() => void> {
  const port = env().WORKER_METRICS_PORT;
  if (!port) return () => undefined;
  const server = createServer(async (request, response) => {
    request.resume();
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const { status, headers, text } = await answerMetrics(request.headers.authorization ?? null);
      response.writeHead(status, headers).end(text);
    } catch (error) {
      log().error({ error }, 'no metrics just now');
      response.writeHead(503).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

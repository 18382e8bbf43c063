import { sameText } from '@/lib/core/crypto';
import { env } from '@/lib/core/env';
import { readMetrics } from './read-metrics';

export interface MetricsAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

const plain = (status: number, text: string, more: Record<string, string> = {}): MetricsAnswer => ({
  status,
  headers: { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8', ...more },
  text,
});

/** Who asks for the metrics, and what they are told. Without METRICS_TOKEN there is no such address. */
export async function answerMetrics(authorization: string | null): Promise<MetricsAnswer> {
  const token = env().METRICS_TOKEN;
  if (!token) return plain(404, 'not found');
  if (!sameText(authorization ?? '', `Bearer ${token}`)) {
    return plain(401, 'a bearer token, please', { 'WWW-Authenticate': 'Bearer' });
  }
  const { contentType, text } = await readMetrics();
  return plain(200, text, { 'Content-Type': contentType });
}

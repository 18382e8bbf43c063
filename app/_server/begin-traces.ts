import { ensureTracing } from '@/lib/observability/ensure-tracing';
import { whenProcessEnds } from './process-end';

/** Before the first request; what has not been sent when the process is asked to end is sent then. */
export async function beginTraces(): Promise<void> {
  const sendRest = await ensureTracing('app');
  whenProcessEnds(() => void sendRest());
}

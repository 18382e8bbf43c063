import { startWorkers } from '@/lib/jobs/workers';
import { ensureTracing } from '@/lib/observability/ensure-tracing';
import { startMetricsListener } from './lib/metrics-listener';

async function main(): Promise<void> {
  const sendRest = await ensureTracing('worker');
  const stopListening = await startMetricsListener();
  const workers = await startWorkers();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await workers.stop();
    stopListening();
    await sendRest();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  console.log('workers ready');
}

void main();

import { startWorkers } from '@/lib/jobs/workers';

async function main(): Promise<void> {
  const workers = await startWorkers();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await workers.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  console.log('workers ready');
}

void main();

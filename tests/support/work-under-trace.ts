import { Refusal } from '@/lib/core/errors';
import { noteInLog } from '@/lib/core/log-context';
import { splitCause } from '@/lib/core/queue';
import { breakSpan, inSpan, spanUnderWay } from '@/lib/core/spans';
import { asWork } from '@/lib/core/work';
import { ensureTracing } from '@/lib/observability/ensure-tracing';

/**
 * A process of its own that works as app and worker do, and prints which packages it has loaded, for what is loaded
 * stays so in a process.
 */
async function main(): Promise<void> {
  const sendRest = await ensureTracing('app');
  const payment = asWork({ kind: 'action', name: 'pay' }, { requestId: 'req_1' }, async () => {
    noteInLog({ orderId: 'ord_1' });
    await inSpan('step', async () => noteInLog({ attemptId: 'att_1' }));
    return { noticeId: 'ntc_1', ...(spanUnderWay() ? { traceparent: spanUnderWay() } : {}) };
  });
  const { data, cause } = splitCause(await payment);
  await asWork({ kind: 'job', name: 'process-notice', from: cause }, { jobId: 'job_1' }, async () =>
    noteInLog({ orderId: 'ord_1' }),
  );
  const order = { orderId: 'ord_1' };
  await inTurn(
    () =>
      asWork({ kind: 'api', name: 'refused' }, order, () =>
        Promise.reject(new Refusal('not_found')),
      ),
    () =>
      asWork({ kind: 'api', name: 'thrown' }, order, () => Promise.reject(new Error('a secret'))),
    () => asWork({ kind: 'api', name: 'reported' }, order, async () => breakSpan()),
    () => asWork({ kind: 'job', name: 'forged', from: 'no such form' }, order, async () => null),
  );
  await sendRest();
  const loaded = Object.keys(require.cache).filter((file) => file.includes('@opentelemetry'));
  const packages = loaded.map((file) => file.split('@opentelemetry/').at(-1)?.split('/')[0]);
  console.log(JSON.stringify({ data, caused: cause !== undefined, packages }));
  process.exit(0);
}

async function inTurn(...works: (() => Promise<unknown>)[]): Promise<void> {
  for (const work of works) await work().catch((error: unknown) => String(error));
}

void main();

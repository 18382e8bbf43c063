import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeEnv } from '@/tests/support/complete-env';
import { spansOf, startTraceCollector } from '@/tests/support/trace-collector';

const script = fileURLToPath(new URL('../../support/work-under-trace.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

const isLogged = (line: string): boolean => 'level' in JSON.parse(line);

async function work(settings: Record<string, string>) {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    env: { NODE_ENV: 'test', LOG_LEVEL: 'warn', ...completeEnv(script), ...settings },
  });
  interface Done {
    data: object;
    caused: boolean;
    packages: string[];
  }
  // What it logs may come before its own last words or after them.
  const lines = stdout.trim().split('\n');
  const [done, ...logged] = lines.sort((a, b) => Number(isLogged(a)) - Number(isLogged(b)));
  return { ...(JSON.parse(done ?? '') as Done), logged };
}

let collector: Awaited<ReturnType<typeof startTraceCollector>>;
beforeAll(async () => {
  collector = await startTraceCollector();
});
afterAll(() => collector.stop());

test('without an endpoint nothing is traced, nothing is added to jobs, and nothing of it is loaded', async () => {
  const { data, caused, packages } = await work({});
  expect(data).toEqual({ noticeId: 'ntc_1' });
  expect(caused).toBe(false);
  // The API alone comes with prom-client, and does nothing.
  expect(packages.filter((name) => name !== 'api')).toEqual([]);
});

test('with one, spans arrive with ids, under their cause, and say what broke without its words', async () => {
  const { data, caused, packages } = await work({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin,
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=staging',
  });
  expect(packages).toContain('sdk-trace');
  expect(data).toEqual({ noticeId: 'ntc_1' });
  expect(caused).toBe(true);
  const spans = await spansOf(collector.origin, 'ord_1');
  const named = (name: string) => {
    const found = spans.filter((span) => span.name === name);
    expect(found, name).toHaveLength(1);
    return found[0];
  };
  const press = named('action pay');
  expect(press).toMatchObject({ service: 'cashier-app' });
  expect(press?.attributes).toEqual({
    'cashier.request_id': 'req_1',
    'cashier.order_id': 'ord_1',
    'cashier.attempt_id': 'att_1',
  });
  expect(named('step')).toMatchObject({ traceId: press?.traceId, parentSpanId: press?.spanId });
  expect(named('job process-notice')).toMatchObject({
    ...{ traceId: press?.traceId, parentSpanId: press?.spanId },
    attributes: { 'cashier.job_id': 'job_1', 'cashier.order_id': 'ord_1' },
  });
  expect(named('job forged')?.parentSpanId ?? '').toBe('');
  const broken = spans.filter(({ status }) => status?.code === 2).map(({ name }) => name);
  expect(broken.sort()).toEqual(['api reported', 'api thrown']);
  expect(JSON.stringify(spans)).not.toContain('a secret');
});

test('a collector that is away is said in the log once, and disturbs nobody', async () => {
  const { data, logged } = await work({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
  expect(data).toEqual({ noticeId: 'ntc_1' });
  expect(logged.map((line) => JSON.parse(line).msg)).toEqual(['traces are not taken']);
});

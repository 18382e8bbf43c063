import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createMerchant, startNoticeReceiver } from '../../support/unionpay-merchant';
import { type Bench, startBench } from './start-bench';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function bench(settings: Record<string, string> = {}): Promise<Bench> {
  const started = await startBench(settings);
  cleanUp.push(() => started.stop());
  return started;
}

test('orders, scripts, messages and certificates outlive a restart', async () => {
  const one = await bench();
  await one.script({ amount: '300' }, { outcome: 'decline', respCode: '62' });
  const { fields } = await one.pay();
  const waiting = one.merchant.consume({ txnAmt: '300' });
  await one.merchant.front(waiting);
  const before = await one.merchant.ask(fields);
  await one.restart();
  expect(await one.merchant.ask(fields)).toEqual(before);
  const { body } = await one.call('POST', `/orders/${waiting.orderId}/pay`, {});
  expect(body.order).toMatchObject({ state: 'failed', respCode: '62' });
  expect((await one.call('GET', '/script')).body.scripts).toHaveLength(1);
});

test('a notice and a refund that were under way are finished after a restart', async () => {
  const one = await bench({ SANDBOX_RESULT_DELAY_MS: '600', SANDBOX_NOTICE_SCALE: '0.005' });
  one.receiver.statuses.push(500);
  const { fields, order } = await one.pay();
  await one.notices(fields.orderId, 1);
  const refund = one.merchant.refund(order.queryId ?? '');
  await one.merchant.send('backTransReq', refund);
  await one.restart();
  await one.notices(fields.orderId, 2);
  const [notice] = await one.notices(refund.orderId, 1);
  expect(notice).toMatchObject({ respCode: '00', txnType: '04' });
});

test('a line that a killed process left half-written is forgotten, the rest is kept', async () => {
  const one = await bench();
  const { fields } = await one.pay();
  await one.noticesEnded(fields.orderId);
  const broken = async () => {
    appendFileSync(join(one.dataDir, 'state.jsonl'), '{"key":"order/x","val');
    await one.restart();
  };
  await broken();
  expect((await one.merchant.ask(fields)).origRespCode).toBe('00');
  await broken();
  expect((await one.merchant.ask(fields)).origRespCode).toBe('00');
});

function startProcess(
  dataDir: string,
  port: string,
): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/sandbox/main.ts'], {
    env: { ...process.env, SANDBOX_PORT: port, SANDBOX_DATA_DIR: dataDir },
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  child.stderr.on('data', (chunk) => (text += chunk));
  cleanUp.push(() => child.kill('SIGKILL'));
  return { child, output: () => text };
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', resolve));

test('the process says where it is, keeps its files private, and ends cleanly on SIGTERM', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rail-process-'));
  cleanUp.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const first = startProcess(dataDir, '0');
  await expect.poll(first.output).toMatch(/ready at http:\/\/127\.0\.0\.1:\d+/);
  const origin = /http:\S+/.exec(first.output())?.[0] ?? '';
  expect(await (await fetch(`${origin}/health`)).json()).toEqual({ ok: true });
  expect(statSync(join(dataDir, 'certs/unionpay.key.pem')).mode & 0o077).toBe(0);

  const taken = startProcess(dataDir, new URL(origin).port);
  expect(await ended(taken.child)).toBe(1);
  expect(taken.output()).toMatch(/port is taken: set SANDBOX_PORT/);

  const receiver = await startNoticeReceiver();
  cleanUp.push(() => receiver.stop());
  const certsDir = join(dataDir, 'certs');
  const merchant = createMerchant({ origin, certsDir, backUrl: receiver.url });
  expect((await merchant.front(merchant.consume())).status).toBe(302);
  first.child.kill('SIGTERM');
  expect(await ended(first.child)).toBe(0);
});

test('a wrong setting is named', async () => {
  const { child, output } = startProcess(tmpdir(), 'many');
  expect(await ended(child)).toBe(1);
  expect(output()).toContain('SANDBOX_PORT');
});

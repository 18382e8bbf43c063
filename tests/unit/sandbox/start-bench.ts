import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { SandboxConfig } from '@/lib/sandbox/config';
import { readConfig } from '@/lib/sandbox/config';
import { startSimulator } from '@/lib/sandbox/start-simulator';
import { SOON } from '@/tests/support/soon';
import { keepCertificates, takeCertificates } from '../../support/rail-certificates';
import { createMerchant, type Fields, startNoticeReceiver } from '../../support/unionpay-merchant';

export interface OrderView {
  orderId: string;
  kind: string;
  state: string;
  respCode?: string;
  queryId?: string;
  txnAmt: string;
  payPage: string;
  settledAt?: string;
  noticePending: boolean;
  noticeSends: { result: number | string }[];
  frontReturn: { url: string; fields: Fields } | null;
}

/** One simulator on a free port with a directory of its own, a merchant and its notice address. */
export async function startBench(settings: Record<string, string> = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'rail-simulator-'));
  takeCertificates(dataDir);
  const config: SandboxConfig = readConfig({
    SANDBOX_PORT: '0',
    SANDBOX_DATA_DIR: dataDir,
    SANDBOX_RESULT_DELAY_MS: '20',
    SANDBOX_NOTICE_SCALE: '0.001',
    SANDBOX_NOTICE_TIMEOUT_MS: '400',
    SANDBOX_HOLD_MS: '300',
    ...settings,
  });
  let simulator = await startSimulator(config);
  keepCertificates(dataDir);
  const receiver = await startNoticeReceiver();
  const merchant = createMerchant({
    origin: simulator.origin,
    certsDir: join(dataDir, 'certs'),
    backUrl: receiver.url,
  });
  const { origin } = simulator;
  const port = Number(new URL(origin).port);

  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${origin}/control/api${path}`, {
      method,
      headers: { connection: 'close' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };

  return {
    origin,
    dataDir,
    config,
    receiver,
    merchant,
    call,

    async script(match: object, behaviour: object, times?: number): Promise<void> {
      const { status, body } = await call('POST', '/script', { match, behaviour, times });
      expect(status, JSON.stringify(body)).toBe(201);
    },

    async order(orderId: string | undefined): Promise<OrderView> {
      const { body } = await call('GET', `/orders?orderId=${orderId}`);
      expect(body.orders).toHaveLength(1);
      return body.orders[0];
    },

    /** Brings a payment to the gateway and has the cardholder pay it. */
    async pay(changes: Fields = {}): Promise<{ fields: Fields; order: OrderView }> {
      const fields = merchant.consume(changes);
      const response = await merchant.front(fields);
      expect(response.status).toBe(302);
      const { status, body } = await call('POST', `/orders/${fields.orderId}/pay`, {});
      expect(status).toBe(200);
      return { fields, order: body.order };
    },

    /** Waits until as many notices about the order have come. */
    async notices(orderId: string | undefined, count: number): Promise<Fields[]> {
      await vi.waitFor(
        () => expect(receiver.about(orderId).length).toBeGreaterThanOrEqual(count),
        SOON,
      );
      return receiver.about(orderId).map((notice) => notice.fields);
    },

    /** Waits until the gateway has nothing more to send about the order. */
    async noticesEnded(orderId: string | undefined): Promise<OrderView> {
      return vi.waitFor(async () => {
        const order = await this.order(orderId);
        expect(order.noticePending).toBe(false);
        expect(order.state).not.toBe('waiting');
        return order;
      }, SOON);
    },

    async restart(): Promise<void> {
      await simulator.stop();
      simulator = await startSimulator({ ...config, port });
    },

    async stop(): Promise<void> {
      await simulator.stop();
      await receiver.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type Bench = Awaited<ReturnType<typeof startBench>>;

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome } from '@/lib/channels/port';
import { createUnionPayAdapter } from '@/lib/channels/unionpay/adapter';
import type { AtChannel, ChannelList } from './channel-list';
import type { Behaviour, ContractRail } from './channel-rail';
import { readBodyOf, startLocalGateway } from './local-gateway';
import { freePort, startSandboxProcess } from './sandbox-process';

const SCRIPTS: Record<Behaviour, Record<string, unknown>> = {
  'lose the request': { lose: 'request' },
  'lose the reply': { lose: 'reply' },
  refuse: { outcome: 'refuse', respCode: '63' },
  'fail later': { outcome: 'decline', respCode: '63' },
  'deny that it knows the number': { queryAnswer: '34' },
  'say it is in progress': { queryAnswer: '05' },
  'drop the line when asked': { queryAnswer: 'drop' },
  'notify twice': { noticeCopies: 2 },
  'notify with a broken signature': { noticeSignature: 'wrong' },
  'notify signed by a stranger': { noticeSignature: 'stranger' },
  'notify another amount': { noticeAmount: '1' },
};

export interface UnionPayRail extends ContractRail, ChannelList {
  /** What points our process at this rail; assign it before anything reads the environment. */
  env: Record<string, string>;
  /** The simulator's control API, as its README has it; by GET without a body. */
  ask(path: string, body?: unknown): Promise<unknown>;
}

/** The real simulator in its own process on a free port, the adapter pointed at it, and how to point ours. */
export async function startUnionPayRail(): Promise<UnionPayRail> {
  const inbox = await openInbox();
  const sandbox = await startSandboxProcess();
  const { origin, dataDir } = sandbox;
  const certificate = (name: string) => readFile(join(dataDir, 'certs', name), 'utf8');
  const config = {
    merchantId: '777290058110048',
    privateKeyPem: await certificate('merchant.key.pem'),
    certificatePem: await certificate('merchant.cert.pem'),
    rootsPem: await certificate('roots.pem'),
    allowedCommonNames: ['00040000:SIGN'],
    encryptCertificatePem: await certificate('encrypt.cert.pem'),
    appCertificatesPem: await certificate('unionpay.cert.pem'),
    tokenRequestorId: '62000000001',
    fileUrl: `${origin}/file-download/`,
  };

  const control = async (path: string, body: unknown = {}): Promise<void> => {
    await sandbox.control(path, body);
  };

  return {
    env: {
      UNIONPAY_GATEWAY_ORIGIN: origin,
      UNIONPAY_MERCHANT_ID: config.merchantId,
      UNIONPAY_SIGN_KEY_FILE: join(dataDir, 'certs', 'merchant.key.pem'),
      UNIONPAY_SIGN_CERT_FILE: join(dataDir, 'certs', 'merchant.cert.pem'),
      UNIONPAY_ROOTS_FILE: join(dataDir, 'certs', 'roots.pem'),
      UNIONPAY_ALLOWED_COMMON_NAMES: '00040000:SIGN',
      UNIONPAY_ENCRYPT_CERT_FILE: join(dataDir, 'certs', 'encrypt.cert.pem'),
      UNIONPAY_APP_CERTS_FILE: join(dataDir, 'certs', 'unionpay.cert.pem'),
      UNIONPAY_TOKEN_REQUESTOR: config.tokenRequestorId,
      UNIONPAY_FILE_URL: config.fileUrl,
    },
    adapter: createUnionPayAdapter({ ...config, gatewayOrigin: origin }),
    ask: sandbox.control,
    orders: async () => ((await sandbox.control('orders')) as { orders: AtChannel[] }).orders,
    noticeUrl: inbox.url,
    returnUrl: `${inbox.url}/return`,
    // One order only: what was lost once arrives when it is sent again.
    script: (orderId, behaviour) =>
      control('script', { match: { orderId }, behaviour: SCRIPTS[behaviour], times: 1 }),
    visit,
    payerConfirms: (orderId) => control(`orders/${orderId}/pay`),
    payerIsDeclined: (orderId) => control(`orders/${orderId}/decline`, { respCode: '64' }),
    notices: inbox.about,
    unreachable: async () =>
      createUnionPayAdapter({ ...config, gatewayOrigin: `http://127.0.0.1:${await freePort()}` }),
    stop: async () => {
      await sandbox.stop();
      await inbox.close();
    },
  };
}

/** Posts a form the way the payer's browser does, up to the page that asks for the card. */
async function visit(outcome: Outcome): Promise<void> {
  // A TN and a QR code are the phone's; the rail plays it when the payer confirms.
  if (outcome.kind !== 'pending' || outcome.next.type !== 'post-form') return;
  const { url, fields } = outcome.next;
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  await response.body?.cancel();
}

interface Inbox {
  url: string;
  about(channelOrderNo: string, count: number): Promise<Uint8Array[]>;
  close(): Promise<void>;
}

/** A merchant-side address that acknowledges and keeps every notice. */
async function openInbox(): Promise<Inbox> {
  const bodies: Uint8Array[] = [];
  const waiting = new Set<() => void>();
  const server = await startLocalGateway(async (request, response) => {
    bodies.push(await readBodyOf(request));
    response.end('ok');
    for (const look of waiting) look();
  });
  return {
    url: `${server.origin}/notify`,
    about: (channelOrderNo, count) =>
      new Promise((resolve) => {
        const look = () => {
          const found = bodies.filter((body) => Buffer.from(body).includes(channelOrderNo));
          if (found.length < count) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => server.close(),
  };
}

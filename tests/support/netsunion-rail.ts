import { createNetsUnionAdapter } from '@/lib/channels/netsunion/adapter';
import type { NetsUnionConfig } from '@/lib/channels/netsunion/config';
import type { AgreementBehaviour, AgreementRail, ToldNotice } from './agreement-rail';
import type { AtChannel, ChannelList } from './channel-list';
import { readBodyOf, startLocalGateway } from './local-gateway';
import { freePort, startSandboxProcess } from './sandbox-process';

export const NOTICE_PATH = '/api/channels/netsunion/notify';
export const NETSUNION_SECRET = 'a secret of the tests and of no real channel';
export const MERCHANT_NO = '990000000000001';
export const ISSUER_ID = 'Z2026110000015';

const SCRIPTS: Record<AgreementBehaviour, object> = {
  'lose the request': { lose: 'request' },
  'lose the reply': { lose: 'reply' },
  'lose the request for a code': { loseCode: 'request' },
  'lose the reply about a code': { loseCode: 'reply' },
  refuse: { outcome: 'refuse', bizCd: 'PB511014' },
  'fail later': { outcome: 'decline' },
  'decide later': { resultDelaySeconds: 0.2 },
  'deny that it knows the number': { queryAnswer: 'absent' },
  'say it is in progress': { queryAnswer: 'pending' },
  'drop the line when asked': { queryAnswer: 'drop' },
  'notify twice': { noticeCopies: 2 },
  'notify with a broken signature': { noticeSignature: 'wrong' },
  'notify another amount': { noticeAmount: '1' },
};

export interface NetsUnionRail extends AgreementRail, ChannelList {
  /** What points our process at this channel; assign it before anything reads the environment. */
  env: Record<string, string>;
  /** An adapter of the same set-up with something changed. */
  adapterWith(change: Partial<NetsUnionConfig>): AgreementRail['adapter'];
  control(path: string, body?: unknown): Promise<unknown>;
  sandboxOrigin: string;
}

/** The simulator's channel in its own process, the adapter pointed at it, and an inbox that it tells. */
export async function startNetsUnionRail(): Promise<NetsUnionRail> {
  const inbox = await openInbox();
  const sandbox = await startSandboxProcess({
    SANDBOX_NETSUNION_SECRET: NETSUNION_SECRET,
    SANDBOX_NETSUNION_NOTIFY_URL: inbox.url,
    SANDBOX_DOUBT_MS: '300',
  });
  const config: NetsUnionConfig = {
    origin: sandbox.origin,
    issuerId: ISSUER_ID,
    merchantNo: MERCHANT_NO,
    secret: NETSUNION_SECRET,
    noticePath: NOTICE_PATH,
    now: () => new Date(),
    signsSilently: true,
  };
  const person = { name: '张三', idNo: '110101199003070038', phone: '13800138000' };
  return {
    env: {
      NETSUNION_ORIGIN: sandbox.origin,
      NETSUNION_ISSUER_ID: ISSUER_ID,
      NETSUNION_MERCHANT_NO: MERCHANT_NO,
      NETSUNION_SECRET,
    },
    sandboxOrigin: sandbox.origin,
    control: sandbox.control,
    orders: async () => {
      const { transactions } = (await sandbox.control('netsunion/transactions')) as {
        transactions: Transaction[];
      };
      return transactions.map(asOrder);
    },
    adapter: createNetsUnionAdapter(config),
    adapterWith: (change) => createNetsUnionAdapter({ ...config, ...change }),
    unreachable: async () =>
      createNetsUnionAdapter({ ...config, origin: `http://127.0.0.1:${await freePort()}` }),
    noticeUrl: inbox.url,
    elements: {
      good: { ...person, cardNo: '6200000000000005' },
      empty: { ...person, cardNo: '6200000000000021' },
      foreignPhone: { ...person, cardNo: '6200000000000096' },
      foreignName: { ...person, name: '李四', cardNo: '6200000000000005' },
    },
    phoneMismatch: 'phone_mismatch',
    nameMismatch: 'identity_mismatch',
    codes: { right: '111111', wrong: '654321' },
    wrongCodeSpendsNumber: true,
    // One number only: what was lost once arrives when it is sent again.
    script: async (ordrId, behaviour) => {
      const script = { match: { ordrId }, behaviour: SCRIPTS[behaviour], times: 1 };
      await sandbox.control('netsunion/script', script);
    },
    notices: inbox.about,
    stop: async () => {
      await sandbox.stop();
      await inbox.close();
    },
  };
}

interface Transaction extends Pick<AtChannel, 'kind' | 'state'> {
  ordrId: string;
  trxId: string;
  amount?: string;
  /** Of a refund: the payment's trxId. */
  originalId?: string;
}

const asOrder = ({ ordrId, trxId, kind, state, amount, originalId }: Transaction): AtChannel => ({
  ...{ orderId: ordrId, kind: kind === 'payment' ? 'consume' : kind, state },
  ...{ txnAmt: amount ?? '', queryId: trxId, origQryId: originalId },
});

/** A notice address that acknowledges and keeps every notice. */
async function openInbox() {
  const kept: ToldNotice[] = [];
  const waiting = new Set<() => void>();
  const server = await startLocalGateway(async (request, response) => {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    kept.push({ body: await readBodyOf(request), headers: Object.fromEntries(headers) });
    response.end('ok');
    for (const look of waiting) look();
  });
  return {
    url: server.origin + NOTICE_PATH,
    about: (text: string, count: number): Promise<ToldNotice[]> =>
      new Promise((resolve) => {
        const look = () => {
          const found = kept.filter(({ body }) => Buffer.from(body).includes(text));
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

import { createBankAdapter } from '@/lib/channels/bank/adapter';
import type { PayoutAdapter } from '@/lib/channels/payout-port';
import { signedHeaders } from './bank-signature';
import { openNoticeInbox, type ToldNotice } from './notice-inbox';
import { freePort, startSandboxProcess } from './sandbox-process';

export const NOTICE_PATH = '/api/channels/bank/notify';
const SECRET = 'a secret of the tests and of no real bank';

export interface BankRail {
  /** What points our process at this bank; assign it before anything reads the environment. */
  env: Record<string, string>;
  adapter: PayoutAdapter;
  /** An adapter of the same set-up whose bank is not there at all. */
  unreachable(): Promise<PayoutAdapter>;
  /** Somebody transfers money in; `path` and inputs as in the simulator's README. */
  credit(input: { number: string; amount: string; [more: string]: unknown }): Promise<string>;
  script(match: object, behaviour: object, times?: number): Promise<void>;
  /** The bank's people decide a payout. */
  decide(payoutNo: string, action: 'succeed' | 'fail' | 'return'): Promise<void>;
  /** Resolves when this many notices that contain the text have come. */
  notices(about: string, count: number): Promise<ToldNotice[]>;
  /** An authentic notice of any content, as the bank itself would sign it. */
  notice(content: object, secondsAgo?: number): ToldNotice;
  stop(): Promise<void>;
}

/** The simulator's bank in its own process, the adapter pointed at it, and an inbox that it tells. */
export async function startBankRail(): Promise<BankRail> {
  const inbox = await openNoticeInbox();
  const sandbox = await startSandboxProcess({
    SANDBOX_BANK_SECRET: SECRET,
    SANDBOX_BANK_NOTIFY_URL: inbox.origin + NOTICE_PATH,
  });
  const config = { secret: SECRET, noticePath: NOTICE_PATH, now: () => new Date() };
  return {
    env: { BANK_API_ORIGIN: sandbox.origin, BANK_API_SECRET: SECRET },
    adapter: createBankAdapter({ ...config, origin: sandbox.origin }),
    unreachable: async () =>
      createBankAdapter({ ...config, origin: `http://127.0.0.1:${await freePort()}` }),
    credit: async (input) => {
      const made = await sandbox.control('bank/credits', input);
      return (made as { credit: { reference: string } }).credit.reference;
    },
    script: async (match, behaviour, times) => {
      await sandbox.control('bank/script', { match, behaviour, times });
    },
    decide: async (payoutNo, action) => {
      await sandbox.control(`bank/payouts/${payoutNo}/${action}`, {});
    },
    notices: inbox.about,
    notice: (content, secondsAgo = 0) => {
      const body = JSON.stringify(content);
      const call = { method: 'POST', path: NOTICE_PATH, body, secondsAgo };
      return { body: Buffer.from(body), headers: signedHeaders(SECRET, call) };
    },
    stop: async () => {
      await sandbox.stop();
      await inbox.close();
    },
  };
}

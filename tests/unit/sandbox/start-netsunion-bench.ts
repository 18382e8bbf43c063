import { expect, vi } from 'vitest';
import { SOON } from '@/tests/support/soon';
import { readBodyOf, startLocalGateway } from '../../support/local-gateway';
import { createNetsUnionCashier, readAnswer, someNo } from '../../support/netsunion-cashier';
import { SECRET, signedHeaders } from '../../support/scripted-netsunion';
import { startBench } from './start-bench';

const DEBIT = '6200000000000005';

interface ToldNotice {
  told: ReturnType<typeof readAnswer>;
  text: string;
  authentic: boolean;
}

/** A simulator whose NetsUnion tells an inbox of ours, and a cashier that is signed up with it. */
export async function startNetsUnionBench() {
  let told: ToldNotice[] = [];
  const inbox = await startLocalGateway(async (request, response) => {
    const text = (await readBodyOf(request)).toString();
    const timestamp = String(request.headers['x-epcc-timestamp']);
    const right = signedHeaders({ path: '/notify', body: text, timestamp });
    const authentic = request.headers['x-epcc-signature'] === right['x-epcc-signature'];
    told.push({ told: readAnswer(text), text, authentic });
    response.writeHead(rail.statuses.shift() ?? 200).end('ok');
  });
  const bench = await startBench({
    SANDBOX_NETSUNION_SECRET: SECRET,
    SANDBOX_NETSUNION_NOTIFY_URL: `${inbox.origin}/notify`,
    SANDBOX_DOUBT_MS: '100',
  });
  const cashier = createNetsUnionCashier(bench.origin);
  const rail = {
    bench,
    cashier,
    /** What the next notices are answered; then 200. */
    statuses: [] as number[],

    async script(match: object, behaviour: object, times?: number): Promise<void> {
      const made = await bench.call('POST', '/netsunion/script', { match, behaviour, times });
      expect(made.status, JSON.stringify(made.body)).toBe(201);
    },
    /** A card signed without a code. */
    async agreement(cardNo = DEBIT): Promise<string> {
      const { sgnNo } = await cashier.sign(someNo('s'), cardNo);
      if (!sgnNo) throw new Error('not signed');
      return sgnNo;
    },
    /** Waits until as many notices that name the number have come. */
    noticesAbout: (no: string, count: number): Promise<ToldNotice[]> =>
      vi.waitFor(() => {
        const found = told.filter(({ text }) => text.includes(no));
        expect(found.length).toBeGreaterThanOrEqual(count);
        return found;
      }, SOON),
    async textsTo(phone: string): Promise<{ text: string }[]> {
      return (await bench.call('GET', `/sms?phone=${phone}`)).body.messages;
    },
    async reset(): Promise<void> {
      told = [];
      rail.statuses = [];
      await bench.call('POST', '/reset');
    },
    async stop(): Promise<void> {
      await bench.stop();
      await inbox.close();
    },
  };
  return rail;
}

export type NetsUnionBench = Awaited<ReturnType<typeof startNetsUnionBench>>;

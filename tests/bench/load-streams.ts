import { setMaxListeners } from 'node:events';
import { DEMO_MERCHANT_ID } from '@/lib/demo/shop';
import { noteScan } from '@/lib/orders/note-scan';
import { quantile } from '@/tests/support/open-arrivals';
import { makeOrders } from './ledger-scene';
import { costsNow } from './load-scene';

const AT_ONE_ADDRESS = 40;
const LISTEN_SECONDS = 10;
const CHANGED = 40;
const PATIENCE_MS = 30_000;

export interface Streams {
  open: number;
  refused: number;
  bytesEach: number;
  /** Of the app and the database while nothing happens, as a share of one core. */
  idleCpu: number;
  /** From a change to the page that hears of it, in ms. */
  told: { p50: number; p95: number };
}

/** So many status streams open at once, each of an order of its own, and how fast some of them hear of a change. */
export async function holdStreams(origin: string, count: number): Promise<Streams> {
  const orders = await makeOrders(DEMO_MERCHANT_ID, count);
  const leaving = new AbortController();
  setMaxListeners(0, leaving.signal);
  const heard = new Map<string, (atMs: number) => void>();
  const before = costsNow();
  let refused = 0;
  const open = await Promise.all(
    orders.map(async ({ payToken }, number) => {
      const place = Math.floor(number / AT_ONE_ADDRESS);
      const response = await fetch(`${origin}/pay/${payToken}/events`, {
        signal: leaving.signal,
        headers: { 'x-forwarded-for': `10.9.${place >> 8}.${place & 255}` },
      });
      if (!response.ok || !response.body) {
        refused += 1;
        return;
      }
      const events = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const { value: first } = await events.read();
      // On and on, until all leave.
      const follow = async () => {
        for (;;) {
          const { value, done } = await events.read();
          if (done) return;
          if (value !== first) heard.get(payToken)?.(performance.now());
        }
      };
      follow().catch(() => undefined);
      return payToken;
    }),
  );
  const [opened, openedMs] = [costsNow(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, LISTEN_SECONDS * 1_000));
  const [idle, idleMs] = [costsNow(), performance.now()];
  const watched = open.filter((token) => token !== undefined);
  const took: number[] = [];
  for (const token of watched.slice(0, CHANGED)) {
    const told = new Promise<number>((resolve, reject) => {
      heard.set(token, resolve);
      setTimeout(() => reject(new Error('a page was not told of a change')), PATIENCE_MS).unref();
    });
    const startedMs = performance.now();
    await noteScan({ token, device: 'a-phone' });
    took.push((await told) - startedMs);
  }
  leaving.abort();
  const cpu = idle.app.cpuMs - opened.app.cpuMs + idle.database.cpuMs - opened.database.cpuMs;
  return {
    open: watched.length,
    refused,
    bytesEach: (opened.app.rssBytes - before.app.rssBytes) / Math.max(1, watched.length),
    idleCpu: cpu / (idleMs - openedMs),
    told: { p50: quantile(took, 0.5), p95: quantile(took, 0.95) },
  };
}

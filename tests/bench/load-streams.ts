import { setMaxListeners } from 'node:events';
import { DEMO_MERCHANT_ID } from '@/lib/demo/shop';
import { noteScan } from '@/lib/orders/note-scan';
import { quantile } from '@/tests/support/open-arrivals';
import { makeOrders } from './ledger-scene';
import { costsNow } from './load-scene';

const AT_ONE_ADDRESS = 40;
const OPENED_TOGETHER = 100;
const LISTEN_SECONDS = 10;
const CHANGED = 40;
const PATIENCE_MS = 30_000;

export interface Streams {
  open: number;
  refused: number;
  /** Ended by the server and opened again. */
  again: number;
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
  let again = 0;
  /** On and on, until all leave; a stream that the server has ended is opened again, as a browser does. */
  const hold = async (
    payToken: string,
    number: number,
    begun: (open: boolean) => void,
  ): Promise<void> => {
    const place = Math.floor(number / AT_ONE_ADDRESS);
    const headers = { 'x-forwarded-for': `10.9.${place >> 8}.${place & 255}` };
    let first: string | undefined;
    for (; ; again += 1) {
      const address = `${origin}/pay/${payToken}/events`;
      const { ok, body } = await fetch(address, { signal: leaving.signal, headers });
      if (!ok || !body) return begun(false);
      for await (const value of body.pipeThrough(new TextDecoderStream())) {
        first ??= value;
        begun(true);
        if (value !== first) heard.get(payToken)?.(performance.now());
      }
    }
  };
  const watched: string[] = [];
  for (let from = 0; from < count; from += OPENED_TOGETHER) {
    const some = orders.slice(from, from + OPENED_TOGETHER).map(({ payToken }, place) => {
      const open = new Promise<boolean>((begun, failed) => {
        hold(payToken, from + place, begun).catch(failed);
      });
      return open.then((is) => (is ? [payToken] : []));
    });
    watched.push(...(await Promise.all(some)).flat());
  }
  const [opened, openedMs] = [costsNow(), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, LISTEN_SECONDS * 1_000));
  const [idle, idleMs] = [costsNow(), performance.now()];
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
    refused: count - watched.length,
    again,
    bytesEach: (opened.app.rssBytes - before.app.rssBytes) / Math.max(1, watched.length),
    idleCpu: cpu / (idleMs - openedMs),
    told: { p50: quantile(took, 0.5), p95: quantile(took, 0.95) },
  };
}

import { expect, inject, test } from 'vitest';
import { noteScan } from '@/lib/orders/note-scan';
import { seedOrder } from '@/tests/support/factories/orders';

const { origin } = inject('stack');

/** Opens the stream of an order as a page does, and reads it event by event. */
async function listen(page: string) {
  const leaving = new AbortController();
  const response = await fetch(`${page}/events`, { signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<string | undefined> => {
    for (;;) {
      const event = /^data: (.*)\n\n/.exec(text);
      if (event) {
        text = text.slice(event[0].length);
        return event[1];
      }
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) return undefined;
      text += value;
    }
  };
  return { status: response.status, headers: response.headers, next, leave: () => leaving.abort() };
}

const statusOf = async (page: string) =>
  ((await (await fetch(`${page}/status`)).json()) as { version: string }).version;

test('an order’s events say its version at once and each later one, gathered and kept by nobody on the way', async () => {
  const { payToken: token } = await seedOrder();
  const page = `${origin}/pay/${token}`;
  const { headers, next, leave } = await listen(page);
  expect(headers.get('content-type')).toBe('text/event-stream');
  expect(headers.get('cache-control')).toBe('no-store, no-transform');
  expect(headers.get('x-accel-buffering')).toBe('no');
  expect(headers.get('content-encoding')).toBeNull();
  expect(headers.getSetCookie()).toEqual([]);
  const first = await next();
  expect(first).toBe(await statusOf(page));
  await noteScan({ token, device: 'a-phone' });
  const second = await next();
  expect(second).not.toBe(first);
  expect(second).toBe(await statusOf(page));
  leave();
});

test('the ninth page of one order is heard, and the first is sent away to ask: no link keeps its payer out', async () => {
  const page = `${origin}/pay/${(await seedOrder()).payToken}`;
  const open = [];
  for (let n = 0; n < 9; n += 1) {
    const one = await listen(page);
    expect([one.status, await one.next()]).toEqual([200, expect.any(String)]);
    open.push(one);
  }
  // Its stream ends: what is read next is its end.
  expect(await open[0]?.next()).toBeUndefined();
  for (const { leave } of open) leave();
});

test('an order that nobody was given has no events', async () => {
  expect((await fetch(`${origin}/pay/${'x'.repeat(43)}/events`)).status).toBe(404);
});

test('a phone that opens the code of another screen has scanned it; previews, prefetches and PCs have not', async () => {
  const page = `${origin}/pay/${(await seedOrder()).payToken}`;
  const phone = {
    'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148',
  };
  const before = await statusOf(page);
  const open = (headers: Record<string, string>, method = 'GET') =>
    fetch(`${page}/phone-scan`, { method, headers, redirect: 'manual' });
  const lookers = [
    await open({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0' }),
    await open({ ...phone, 'sec-purpose': 'prefetch' }),
    await open(phone, 'HEAD'),
  ];
  expect(await statusOf(page)).toBe(before);
  const scanned = await open(phone);
  expect(await statusOf(page)).not.toBe(before);
  expect(scanned.headers.getSetCookie().join()).toContain('cashier_device=');
  for (const { status, headers } of [...lookers, scanned]) {
    expect([status, headers.get('location')]).toEqual([303, new URL(page).pathname]);
  }
});

test.each(['%2F%2Fevil.invalid', '%0D%0AX-Made-Up:%201', `${'x'.repeat(43)}.`])(
  'a code with the made-up token %s leads to the page of unknown links, and repeats nothing as an address',
  async (token) => {
    for (const method of ['GET', 'HEAD']) {
      const url = `${origin}/pay/${token}/phone-scan`;
      const { status, headers } = await fetch(url, { method, redirect: 'manual' });
      expect([status, headers.get('location')]).toEqual([
        303,
        expect.stringMatching(/^\/unknown-order\?order=[\w%+.-]+$/),
      ]);
    }
  },
);

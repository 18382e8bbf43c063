import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followOrder } from '@/components/cashier/follow-order';

/** The browser's side of a stream, as far as a page uses it. */
class Stream {
  static readonly opened: Stream[] = [];
  static get last(): Stream {
    const last = Stream.opened.at(-1);
    if (!last) throw new Error('no stream was opened');
    return last;
  }
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  closed = false;
  constructor(readonly url: string) {
    Stream.opened.push(this);
  }
  close(): void {
    this.closed = true;
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const view = new EventTarget();
const asked = vi.fn<(url: string) => Promise<Response>>();
const told: string[] = [];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', view);
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', asked);
  page.visibilityState = 'visible';
  asked.mockReset().mockImplementation(async () => Response.json({ version: 'asked' }));
  Stream.opened.length = 0;
  told.length = 0;
  stop = followOrder('/pay/t', (version) => told.push(version));
});
afterEach(() => {
  stop();
  // Nothing of it lives on.
  expect(vi.getTimerCount()).toBe(0);
  expect(Stream.opened.every(({ closed }) => closed)).toBe(true);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
const asks = () => asked.mock.calls.length;
function show(state: 'visible' | 'hidden'): void {
  page.visibilityState = state;
  page.dispatchEvent(new Event('visibilitychange'));
}

test('while the stream is heard every ten seconds nothing is asked', async () => {
  for (let beat = 0; beat < 100; beat += 1) {
    Stream.last.onmessage?.({ data: 'a' });
    await pass(10);
  }
  expect(asks()).toBe(0);
  expect(Stream.opened.map(({ url }) => url)).toEqual(['/pay/t/events']);
  expect(new Set(told)).toEqual(new Set(['a']));
});

test('a stream that never says anything is a stream that is held back: it asks after two seconds', async () => {
  await pass(2);
  expect(asked).toHaveBeenCalledExactlyOnceWith('/pay/t/status', expect.anything());
  expect(told).toEqual(['asked']);
});

test('a stream that is cut, or refused, is closed and asked instead of, within two seconds, and tried again later', async () => {
  Stream.last.onmessage?.({ data: 'a' });
  await pass(10);
  Stream.last.onerror?.();
  expect(Stream.last.closed).toBe(true);
  await pass(2);
  expect(asks()).toBe(1);
  await pass(28);
  expect(Stream.opened).toHaveLength(2);
  Stream.last.onmessage?.({ data: 'b' });
  const before = asks();
  await pass(14);
  expect(asks()).toBe(before);
  expect(told.at(-1)).toBe('b');
});

test('a stream that falls silent without a word is not waited for longer than fifteen seconds', async () => {
  Stream.last.onmessage?.({ data: 'a' });
  await pass(14);
  expect(asks()).toBe(0);
  await pass(1);
  expect(asks()).toBe(1);
  await pass(2);
  expect(asks()).toBe(2);
});

test('it slows down after a minute, and goes on for as long as the page is open', async () => {
  asked.mockRejectedValue(new Error('offline'));
  await pass(60);
  const inAMinute = asks();
  expect(inAMinute).toBeGreaterThanOrEqual(29);
  await pass(3_600);
  expect(asks() - inAMinute).toBeGreaterThanOrEqual(359);
  expect(asks() - inAMinute).toBeLessThanOrEqual(361);
  expect(told).toEqual([]);
});

test('a hidden page asks nothing and keeps no stream; seen again it listens and asks anew', async () => {
  show('hidden');
  expect(Stream.last.closed).toBe(true);
  await pass(600);
  expect(asks()).toBe(0);
  show('visible');
  await pass(0);
  expect(Stream.opened).toHaveLength(2);
  expect(asks()).toBe(1);
  expect(told).toEqual(['asked']);
});

test('an answer that comes after the page was left is nobody’s', async () => {
  let answer: (response: Response) => void = () => undefined;
  asked.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  await pass(2);
  view.dispatchEvent(new Event('pagehide'));
  answer(Response.json({ version: 'late' }));
  await pass(60);
  expect(told).toEqual([]);
  expect(asks()).toBe(1);
});

test.each([
  ['out of the browser’s memory', ['pagehide', 'pageshow']],
  ['from being offline', ['online']],
])('a page that comes back %s opens its stream anew and asks at once', async (_, events) => {
  Stream.last.onmessage?.({ data: 'a' });
  for (const name of events) view.dispatchEvent(new Event(name));
  await pass(0);
  expect(Stream.opened.map(({ closed }) => closed)).toEqual([true, false]);
  expect(asks()).toBe(1);
});

test('a page that gets the focus asks only where it hears no stream', async () => {
  view.dispatchEvent(new Event('focus'));
  await pass(0);
  expect(asks()).toBe(1);
  Stream.last.onmessage?.({ data: 'a' });
  view.dispatchEvent(new Event('focus'));
  view.dispatchEvent(new Event('pageshow'));
  await pass(0);
  expect(asks()).toBe(1);
  expect(Stream.opened).toHaveLength(1);
});

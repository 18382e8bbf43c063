import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOrderWatch } from '@/lib/payments/order-watch';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A watch over marks that a test sets, and the questions that it has asked. */
function scene(limits: { most?: number; mostPerOrder?: number; mostPerAddress?: number } = {}) {
  const marks = new Map([
    ['ord_1', 'a'],
    ['ord_2', 'x'],
  ]);
  const questions: string[][] = [];
  const failures: unknown[] = [];
  let database: 'there' | 'gone' | 'silent' = 'there';
  const orders = createOrderWatch({
    read: async (orderIds) => {
      questions.push([...orderIds]);
      if (database === 'silent') return new Promise(() => undefined);
      if (database === 'gone') throw new Error('no database');
      return new Map(orderIds.map((id) => [id, marks.get(id) ?? '']));
    },
    failed: (error) => failures.push(error),
    ...limits,
  });
  const becomes = (state: typeof database) => {
    database = state;
  };
  /** One page, at an address of its own unless one is given. */
  const watch = (
    orderId: string,
    mark: string,
    { tell = vi.fn(), end = vi.fn(), address = '' } = {},
  ) => orders.watch({ orderId, mark, tell, end, address: address || `page ${pages++}` });
  let pages = 0;
  return { marks, questions, failures, orders, watch, becomes };
}

test('a hundred watchers of two orders are one question, and each hears only of its own order', async () => {
  const { watch, marks, questions } = scene({ mostPerOrder: 100 });
  const heard = { ord_1: [] as string[], ord_2: [] as string[] };
  for (let n = 0; n < 50; n += 1) {
    watch('ord_1', 'a', { tell: vi.fn((mark) => heard.ord_1.push(mark)) });
    watch('ord_2', 'x', { tell: vi.fn((mark) => heard.ord_2.push(mark)) });
  }
  marks.set('ord_2', 'y');
  await vi.advanceTimersByTimeAsync(400);
  expect(questions).toEqual([['ord_1', 'ord_2']]);
  expect(heard.ord_1).toEqual([]);
  expect(heard.ord_2).toEqual(Array(50).fill('y'));
  await vi.advanceTimersByTimeAsync(400);
  expect(questions).toHaveLength(2);
  expect(heard.ord_2).toHaveLength(50);
});

test('a change between the page and its stream is not lost', async () => {
  const { watch, marks } = scene();
  marks.set('ord_1', 'b');
  const tell = vi.fn();
  watch('ord_1', 'a', { tell });
  await vi.advanceTimersByTimeAsync(400);
  expect(tell).toHaveBeenCalledExactlyOnceWith('b');
});

test('when the last watcher leaves no question is asked and no timer runs; leaving twice is nothing', async () => {
  const { orders, watch, questions } = scene();
  const [first, second] = [watch('ord_1', 'a'), watch('ord_2', 'x')];
  first?.();
  first?.();
  expect(orders.watchers).toBe(1);
  second?.();
  expect(orders.watchers).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(questions).toEqual([]);
});

test('a question that is under way when the last watcher leaves is the last one', async () => {
  const { watch, questions } = scene();
  const leave = watch('ord_1', 'a');
  vi.advanceTimersByTime(400);
  leave?.();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(questions).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('there is room for so many at one address, and so many in all; who leaves makes room', () => {
  const { watch } = scene({ mostPerAddress: 2, most: 3 });
  const leave = watch('ord_1', 'a', { address: 'A' });
  expect(watch('ord_2', 'x', { address: 'A' })).toBeDefined();
  expect(watch('ord_1', 'a', { address: 'A' })).toBeUndefined();
  expect(watch('ord_1', 'a', { address: 'B' })).toBeDefined();
  expect(watch('ord_1', 'a', { address: 'C' })).toBeUndefined();
  leave?.();
  expect(watch('ord_2', 'x', { address: 'A' })).toBeDefined();
});

test('of too many pages of one order the oldest is ended, the newest watched: nobody is kept out by a link', async () => {
  const { orders, watch, marks } = scene({ mostPerOrder: 2 });
  const pages = [vi.fn(), vi.fn(), vi.fn()].map((tell) => ({ tell, end: vi.fn() }));
  for (const page of pages) expect(watch('ord_1', 'a', page)).toBeDefined();
  const other = { end: vi.fn() };
  watch('ord_2', 'x', other);
  expect(pages.map(({ end }) => end.mock.calls.length)).toEqual([1, 0, 0]);
  expect(orders.watchers).toBe(3);
  marks.set('ord_1', 'b');
  await vi.advanceTimersByTimeAsync(400);
  expect(pages.map(({ tell }) => tell.mock.calls.length)).toEqual([0, 1, 1]);
  expect(other.end).not.toHaveBeenCalled();
});

test('a question that fails is reported and asked again, and what changed meanwhile is told', async () => {
  const { watch, marks, failures, becomes } = scene();
  const [tell, end] = [vi.fn(), vi.fn()];
  watch('ord_1', 'a', { tell, end });
  becomes('gone');
  await vi.advanceTimersByTimeAsync(400);
  expect(failures).toHaveLength(1);
  becomes('there');
  marks.set('ord_1', 'b');
  await vi.advanceTimersByTimeAsync(4_000);
  expect(tell).toHaveBeenCalledExactlyOnceWith('b');
  expect(end).not.toHaveBeenCalled();
});

test.each(['gone', 'silent'] as const)(
  'ten seconds after the last answer of a database that is %s all pages are ended, and no timer runs',
  async (state) => {
    const { orders, watch, failures, becomes } = scene();
    const ends = [vi.fn(), vi.fn()];
    watch('ord_1', 'a', { end: ends[0] });
    watch('ord_2', 'x', { end: ends[1] });
    await vi.advanceTimersByTimeAsync(400);
    becomes(state);
    await vi.advanceTimersByTimeAsync(9_900);
    for (const end of ends) expect(end).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    for (const end of ends) expect(end).toHaveBeenCalledOnce();
    expect(orders.watchers).toBe(0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(failures.length).toBeGreaterThan(0);
    expect(vi.getTimerCount()).toBe(0);
  },
);

test('a question that hangs is given up, and the next one is answered', async () => {
  const { watch, marks, becomes } = scene();
  const [tell, end] = [vi.fn(), vi.fn()];
  watch('ord_1', 'a', { tell, end });
  becomes('silent');
  await vi.advanceTimersByTimeAsync(400);
  becomes('there');
  marks.set('ord_1', 'b');
  await vi.advanceTimersByTimeAsync(9_100);
  expect(tell).toHaveBeenCalledExactlyOnceWith('b');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(end).not.toHaveBeenCalled();
});

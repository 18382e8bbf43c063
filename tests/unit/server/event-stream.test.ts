import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEventStream } from '@/app/_server/event-stream';
import { isProcessEnding, lastWord } from '@/app/_server/process-end';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('what is said goes out as an event at once, and again every ten seconds as a sign of life', async () => {
  const { response, say, end } = createEventStream(new AbortController().signal);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('cache-control')).toBe('no-store, no-transform');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  say('a');
  vi.advanceTimersByTime(10_000);
  say('b');
  vi.advanceTimersByTime(20_000);
  end();
  expect(await response.text()).toBe(
    ['a', 'a', 'b', 'b', 'b'].map((text) => `data: ${text}\n\n`).join(''),
  );
});

test.each([
  ['the browser leaves', ({ leaving }) => leaving.abort()],
  ['the answer is cancelled', ({ response }) => void response.body?.cancel()],
  ['ten minutes are over', () => vi.advanceTimersByTime(600_000)],
  ['the process is asked to end', () => void process.emit('SIGTERM', 'SIGTERM')],
] as [string, (given: { leaving: AbortController; response: Response }) => void][])(
  'when %s it ends, and leaves no timer behind',
  (_, ending) => {
    const leaving = new AbortController();
    const { response, say, signal } = createEventStream(leaving.signal);
    say('a');
    expect(signal.aborted).toBe(false);
    ending({ leaving, response });
    expect(signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    // Said too late is not said, and breaks nothing.
    say('b');
  },
);

test('once the process is asked to end, whoever asks again gives the connection up with the answer', () => {
  process.emit('SIGTERM', 'SIGTERM');
  expect(isProcessEnding()).toBe(true);
  expect(lastWord()).toEqual({ Connection: 'close' });
});

test('an answer begun before that and ready after it ends at once', async () => {
  process.emit('SIGTERM', 'SIGTERM');
  const { response, say, signal } = createEventStream(new AbortController().signal);
  expect(signal.aborted).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  say('a');
  expect(await response.text()).toBe('');
});

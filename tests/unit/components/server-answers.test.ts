import { afterEach, expect, test, vi } from 'vitest';
import { serverAnswers } from '@/components/ui/server-answers';

afterEach(() => vi.unstubAllGlobals());

const ask = (answer: () => Promise<Response>, onLine = true) => {
  const asked = vi.fn(answer);
  vi.stubGlobal('navigator', { onLine });
  vi.stubGlobal('fetch', asked);
  return { asked, there: serverAnswers() };
};

test('a page is drawn again by itself only while its server answers and is well', async () => {
  expect(await ask(async () => Response.json({ ok: true })).there).toBe(true);
  expect(await ask(async () => Response.json({ ok: false }, { status: 503 })).there).toBe(false);
  expect(await ask(async () => Promise.reject(new TypeError('Failed to fetch'))).there).toBe(false);
  const offline = ask(async () => Response.json({ ok: true }), false);
  expect(await offline.there).toBe(false);
  expect(offline.asked).not.toHaveBeenCalled();
});

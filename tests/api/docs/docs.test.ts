import { expect, inject, test } from 'vitest';
import { OPERATIONS } from '@/lib/api/operations';
import { OF_NO_CALL } from '@/lib/api/refusals-of';

const { origin } = inject('stack');

/** A page as a reader of this language gets it: its text, where it leads, what can be led to. */
async function read(path: string, language: string) {
  const response = await fetch(`${origin}${path}`, { headers: { 'accept-language': language } });
  const html = await response.text();
  const found = (attribute: string) =>
    [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
  return { status: response.status, html, hrefs: found('href'), ids: new Set(found('id')) };
}
type Page = Awaited<ReturnType<typeof read>>;

/** Everything below /docs that can be reached from its first page. */
async function readAll(language: string): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  const waiting = ['/docs'];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (pages.has(path)) continue;
    const page = await read(path, language);
    pages.set(path, page);
    for (const href of page.hrefs) {
      const [to = ''] = href.split('#');
      if (/^\/docs(\/|$)/.test(to) && !pages.has(to)) waiting.push(to);
    }
  }
  return pages;
}

test.each(['zh-CN', 'en'])(
  'every link within the documentation leads somewhere (%s)',
  async (language) => {
    const pages = await readAll(language);
    const broken = [...pages].flatMap(([path, { status, hrefs }]) => [
      ...(status === 200 ? [] : [`${path}: ${status}`]),
      ...hrefs.flatMap((href) => {
        const [to = '', id] = href.split('#');
        const target = pages.get(to === '' ? path : to);
        return id && target && !target.ids.has(id) ? [`${path} → ${href}`] : [];
      }),
    ]);
    expect(broken).toEqual([]);
    expect(pages.size).toBeGreaterThan(15);
  },
);

test('every call of the API has its place in the reference, with its refusals and four programs', async () => {
  const pages = [...(await readAll('en')).entries()].filter(([path]) =>
    path.startsWith('/docs/api/'),
  );
  const missing = OPERATIONS.filter(
    ({ id, path }) => !pages.some(([, { ids, html }]) => ids.has(id) && html.includes(path)),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
  for (const [, { html }] of pages) {
    for (const tab of ['curl', 'node', 'python', 'java'])
      expect(html).toContain(`data-tab="${tab}"`);
  }
});

test('every code that the API document names is explained where its doc_url leads', async () => {
  const response = await fetch(`${origin}/api/openapi.json`);
  const codes = [...(await response.text()).matchAll(/"code":\{"enum":\[([^\]]+)\]/g)].flatMap(
    ([, list = '']) => list.split(',').map((code) => code.replaceAll('"', '')),
  );
  expect(new Set(codes).size).toBeGreaterThan(20);
  const { ids } = await read('/docs/errors', 'en');
  expect([...new Set(codes), ...OF_NO_CALL].filter((code) => !ids.has(code))).toEqual([]);

  const refused = await fetch(`${origin}/api/v1/orders`);
  const { doc_url: docUrl } = await refused.json();
  const { pathname, hash } = new URL(docUrl);
  expect((await read(pathname, 'en')).ids.has(hash.slice(1))).toBe(true);
});

import { expect, inject, test } from 'vitest';
import { addressOfFile, exampleOf } from '@/tests/support/route-addresses';
import { sendForm, serverForms } from '@/tests/support/server-forms';
import { readTree } from '@/tests/tidy/tree';

const { origin } = inject('stack');
const REFUSED = 'cross_site_request';

/** What another site's page can make a browser send, and what only a program can. */
const FORGED: Record<string, { headers: Record<string, string>; byNext?: true }> = {
  'another site’s origin': { headers: { origin: 'https://evil.example' }, byNext: true },
  'no origin that has a name': { headers: { origin: 'null' }, byNext: true },
  'no word of where it is from': { headers: {} },
  'another site’s origin, and a forwarded host of that name': {
    headers: { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  },
  'no origin that has a name, and a forwarded host of none': {
    headers: { origin: 'null', 'x-forwarded-host': 'null' },
  },
  'our origin, from another site': { headers: { origin, 'sec-fetch-site': 'cross-site' } },
  'our origin, from a neighbour of our site': {
    headers: { origin, 'sec-fetch-site': 'same-site' },
  },
};

/** They change nothing but in which language and how large their reader’s own pages are. */
const EXCUSED = ['app/_server/change-language.ts', 'app/_server/change-text-size.ts'];
const FORMS = serverForms().filter(({ name }) => !EXCUSED.includes(name.split(' ')[0] ?? ''));

test('the build lists its forms', () => {
  expect(FORMS.length).toBeGreaterThan(100);
});

test.each(FORMS.map((form) => [form.name, form] as const))(
  '%s does nothing for another site',
  async (_name, form) => {
    const own = await sendForm(origin, form, { origin });
    // It is the form that answers, and what it is asked by us it does not take for another's.
    expect(own.status).toBeLessThan(500);
    expect(await own.text()).not.toContain(REFUSED);
    const answers = await Promise.all(
      Object.entries(FORGED).map(async ([how, { headers, byNext }]) => {
        const answer = await sendForm(origin, form, headers);
        const text = await answer.text();
        const refused = byNext ? answer.status === 500 : text.includes(REFUSED);
        return { [how]: refused || `${answer.status} ${text.slice(0, 300)}` };
      }),
    );
    expect(answers).toEqual(Object.keys(FORGED).map((how) => ({ [how]: true })));
  },
);

/** The demo's shop is another site than the cashier, and its notices are signed. */
const ELSEWHERE = /^\(demo\)\/|^api\//;
const POSTED = readTree('app')
  .filter(({ path }) => path.endsWith('route.ts') && !ELSEWHERE.test(path))
  .filter(({ source }) => /^export (const|async function) POST\b/m.test(source))
  .map(({ path }) => addressOfFile(path));

test.each(POSTED)('a plain form to %s does nothing for another site', async (address) => {
  for (const { headers } of Object.values(FORGED)) {
    const answer = await fetch(`${origin}${exampleOf(address)}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'accept-language': 'en', ...headers },
      body: new FormData(),
    });
    const said = `${answer.headers.get('location')} ${await answer.text()}`;
    expect(said).toContain(REFUSED);
  }
});

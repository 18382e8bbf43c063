import { beforeAll, expect, inject, test } from 'vitest';
import { claimsOf, encodeSession } from '@/lib/auth/session-token';
import { formOrigins } from '@/lib/channels/registry';
import { keepAttachment } from '@/lib/notes/keep-attachment';
import { seedShopper } from '@/tests/support/factories/customers';
import { seedOrder } from '@/tests/support/factories/orders';
import { HEADER_LINES, type HeaderLine, lineOf } from '@/tests/support/header-lines';
import { makeMember } from '@/tests/support/make-member';
import { makeStaff } from '@/tests/support/make-staff';
import { somePhone } from '@/tests/support/phones';
import { sessionCookie } from '@/tests/support/room-doors';
import { addressesInTree, exampleOf } from '@/tests/support/route-addresses';

const { origin } = inject('stack');
const ADDRESSES = addressesInTree();

/** Who may open what is in a room; everything else is asked for by nobody in particular. */
const cookies: Record<string, string> = {};
let token: string;
beforeAll(async () => {
  token = (await seedOrder()).payToken;
  cookies.office = await sessionCookie({ role: 'office', id: (await makeStaff('admin')).id });
  cookies.merchant = await sessionCookie({ role: 'merchant', id: (await makeMember()).id });
  const { userId: id } = await seedShopper(somePhone());
  const session = await encodeSession(claimsOf({ role: 'shopper', id, tokenVersion: 0 }));
  cookies.wallet = `next-auth.session-token=${session}`;
});

const ask = (path: string, { cookie = '', method = 'GET' } = {}): Promise<Response> =>
  fetch(`${origin}${path}`, {
    method,
    redirect: 'manual',
    headers: { cookie, accept: 'text/html', 'accept-language': 'en' },
  });

const directives = (policy: string): Map<string, string> =>
  new Map(
    policy.split(/;\s*/).map((one) => {
      const [name = '', ...sources] = one.trim().split(/\s+/);
      return [name, sources.join(' ')];
    }),
  );

const POLICIES: Record<HeaderLine['policy'], Record<string, string>> = {
  payment: {
    'default-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    get 'form-action'() {
      return ["'self'", ...formOrigins()].join(' ');
    },
  },
  page: {
    'default-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  },
  plain: { 'default-src': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" },
  program: { 'default-src': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'" },
  none: {},
};

/** What an answer's headers do not say that its line promises. */
function missing({ status, headers }: Response, line: HeaderLine): string[] {
  const given = (name: string) => headers.get(name) ?? '';
  const policy = directives(given('content-security-policy'));
  const drawn = status < 300 || status >= 400;
  const html = drawn && given('content-type').startsWith('text/html');
  const wanted: [string, boolean][] = [
    ['nosniff', given('x-content-type-options') === 'nosniff'],
    ['no framing', given('x-frame-options') === 'DENY'],
    ['no framing of what is drawn', !html || policy.get('frame-ancestors') === "'none'"],
    ['referrer', given('referrer-policy') === (line.referrer ?? 'strict-origin-when-cross-origin')],
    ['alone', given('cross-origin-opener-policy') === (line.alone ? 'same-origin' : '')],
    ['no camera', /\bcamera=\(\)/.test(given('permissions-policy'))],
    ['no payment by the browser', /\bpayment=\(\)/.test(given('permissions-policy'))],
    ['kept by nobody', keptByNobody(status, given('cache-control'), line)],
    ['nothing about what runs here', !headers.has('x-powered-by') && !headers.has('server')],
    // Plain http: nobody is told to come by https only.
    ['no HSTS', !headers.has('strict-transport-security')],
  ];
  for (const [name, sources] of Object.entries(POLICIES[line.policy])) {
    wanted.push([`${name} ${sources}`, policy.get(name) === sources]);
  }
  if (line.policy === 'payment') {
    const scripts = policy.get('script-src') ?? '';
    wanted.push(['a nonce', /'nonce-[\w+/=]{22,}'/.test(scripts)]);
    wanted.push(['no script in the page', !/unsafe-(inline|eval)/.test(scripts)]);
  }
  return wanted.filter(([, isSo]) => !isSo).map(([name]) => name);
}

/** Which methods an address takes is no secret, and Next itself says it. */
const keptByNobody = (status: number, cache: string, { kept }: HeaderLine): boolean =>
  status === 405 || (kept ? /no-store|max-age/ : /no-store/).test(cache);

test('every page and route has a line, and every line somebody it speaks of', () => {
  expect(ADDRESSES.length).toBeGreaterThan(150);
  expect(ADDRESSES.filter((address) => !lineOf(address))).toEqual([]);
  const used = new Set(ADDRESSES.map(lineOf));
  expect(HEADER_LINES.filter((line) => !used.has(line)).map(({ at }) => String(at))).toEqual([]);
});

test.each(ADDRESSES)(
  '%s says all that its line promises, to whoever may and to nobody',
  async (address) => {
    const line = lineOf(address) as HeaderLine;
    const readers = ['', cookies[address.split('/')[1] ?? ''] ?? ''];
    for (const cookie of new Set(readers)) {
      const answer = await ask(exampleOf(address, token), { cookie });
      await answer.body?.cancel();
      expect(answer.status).toBeLessThan(address === '/trouble' ? 501 : 500);
      expect({ [`${answer.status}`]: missing(answer, line) }).toEqual({ [`${answer.status}`]: [] });
    }
  },
);

const page: HeaderLine = { at: /./, policy: 'page' };
const ELSEWHERE: [string, HeaderLine][] = [
  ['/no-such-page', page],
  ['/office/no-such-page', { ...page, alone: true }],
  ['/office?lang=en', { ...page, alone: true }],
  ['/?lang=en', page],
  ['/%ff', { ...page, policy: 'payment' }],
  ['/pay/nothing?lang=en', { ...page, policy: 'none' }],
  ['/api/nothing', { ...page, policy: 'program' }],
  ['/api/v1/%ff', { ...page, policy: 'program' }],
];
test.each(ELSEWHERE)('%s, which is no page, says as much', async (path, line) => {
  const answer = await ask(path);
  await answer.body?.cancel();
  expect(missing(answer, line)).toEqual([]);
});

test('no two answers of a payment page have the same nonce', async () => {
  const nonces = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const answer = await ask(`/pay/${token}`);
      await answer.body?.cancel();
      return /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
    }),
  );
  expect(new Set(nonces).size).toBe(5);
  expect(nonces).not.toContain(undefined);
});

test('what somebody has attached comes as a download that nothing in it runs from', async () => {
  const by = await makeStaff('agent');
  const { attachmentId } = await keepAttachment({
    ...{ subjectType: 'order', subjectId: (await seedOrder()).id, by },
    ...{ bytes: Buffer.from('%PDF-1.7\n%%EOF\n'), fileName: 'bill.pdf' },
  });
  const cookie = await sessionCookie({ role: 'office', id: by.id });
  const answer = await ask(`/office/attachments/${attachmentId}`, { cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/);
  expect(missing(answer, lineOf('/office/attachments/[id]') as HeaderLine)).toEqual([]);
});

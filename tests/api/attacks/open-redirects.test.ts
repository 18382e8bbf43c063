import { request } from 'node:http';
import { beforeAll, expect, inject, test } from 'vitest';
import { claimsOf, encodeSession } from '@/lib/auth/session-token';
import { seedShopper } from '@/tests/support/factories/customers';
import { seedOrder } from '@/tests/support/factories/orders';
import { makeMember } from '@/tests/support/make-member';
import { makeStaff } from '@/tests/support/make-staff';
import { somePhone } from '@/tests/support/phones';
import { sessionCookie } from '@/tests/support/room-doors';
import { addressesInTree, exampleOf } from '@/tests/support/route-addresses';

const { origin } = inject('stack');
const EVIL = 'evil.example';

const cookies: Record<string, string> = {};
let token: string;
beforeAll(async () => {
  token = (await seedOrder()).payToken;
  cookies.office = await sessionCookie({ role: 'office', id: (await makeStaff('admin')).id });
  cookies.merchant = await sessionCookie({ role: 'merchant', id: (await makeMember()).id });
  const { userId: id } = await seedShopper(somePhone());
  const session = await encodeSession(claimsOf({ role: 'shopper', id, tokenVersion: 0 }));
  cookies.shopper = `next-auth.session-token=${session}`;
});

/** What programs call the address that they lead on to; ours is `next`. */
const NAMES =
  'next back back_url callback callbackUrl continue dest destination from goto path place redirect redirect_uri redirect_url ref return returnTo return_to return_url rurl target to u uri url';

/** Each of the two ways to name another site, in every other one of them. */
const GIVEN = new URLSearchParams(
  NAMES.split(' ').map((name, at) => [name, at % 2 ? `https://${EVIL}/` : `//${EVIL}/`]),
).toString();

/** Everything of a page that a browser, or a press, would follow. */
const ATTRIBUTES = /\s(?:href|src|action|formaction|ping|content)="(?:\d+;\s*url=)?([^"]*)"/gi;

const hostOf = (address: string): string | undefined => {
  const read = address.replaceAll('&amp;', '&').replaceAll('&#x27;', "'");
  return URL.canParse(read, origin) ? new URL(read, origin).hostname : undefined;
};

async function ledTo(path: string, headers: Record<string, string> = {}): Promise<string[]> {
  const answer = await fetch(`${origin}${path}`, {
    redirect: 'manual',
    headers: { accept: 'text/html', 'accept-language': 'en', ...headers },
  });
  const html = /html/.test(answer.headers.get('content-type') ?? '') ? await answer.text() : '';
  if (!html) await answer.body?.cancel();
  const followed = [...html.matchAll(ATTRIBUTES)].map(([, address = '']) => address);
  const location = answer.headers.get('location');
  const refresh = answer.headers.get('refresh')?.replace(/^.*url=/i, '');
  return [location, refresh, ...followed].filter((one) => typeof one === 'string');
}

const elsewhere = (addresses: string[]): string[] =>
  addresses.filter((address) => hostOf(address)?.endsWith(EVIL));

test.each(addressesInTree())(
  '%s leads nowhere else, whatever it is asked with',
  async (address) => {
    const path = exampleOf(address, token);
    expect(elsewhere(await ledTo(`${path}?${GIVEN}`))).toEqual([]);
  },
);

const FOLLOWED: [string, string][] = [
  ['/sign-in', 'shopper'],
  ['/sign-in/staff', 'merchant'],
  ['/sign-in/staff', 'office'],
];
const TRICKS = ['//', '/\\', '/\t/', 'https://', '/.//', '\\\\', 'https:', '/%2e//', '@'];

test.each(FOLLOWED)(
  '%s leads who is signed in already (%s) to no other site',
  async (path, who) => {
    const headers = { cookie: cookies[who] ?? '' };
    // It does lead on: to what it is asked for, where that is ours.
    const ours = await ledTo(`${path}?next=%2Fdocs%3Fmarked`, headers);
    expect(ours.filter((one) => one.includes('docs?marked'))).not.toEqual([]);
    for (const trick of TRICKS) {
      const next = encodeURIComponent(`${trick}${EVIL}/`);
      expect(elsewhere(await ledTo(`${path}?next=${next}`, headers))).toEqual([]);
    }
  },
);

/** As it stands, without what `fetch` would put in order first. */
const locationOf = (path: string, headers: Record<string, string> = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request(new URL(origin), { path, headers }, (answer) => {
      answer.resume();
      resolve(answer.headers.location ?? '');
    });
    asked.on('error', reject).end();
  });

test.each([
  `//${EVIL}?lang=en`,
  `//${EVIL}/%2e%2e?lang=en`,
  `/\\${EVIL}?lang=en`,
  `/%5C${EVIL}?lang=en`,
  `/%2F${EVIL}?lang=en`,
  `/%09/${EVIL}?lang=en`,
  `/.//${EVIL}?lang=en`,
  `/docs/..//${EVIL}?lang=en`,
  `///${EVIL}/?lang=en`,
  `//${EVIL}/`,
])('an address that is itself another site’s (%s) leads to none', async (path) => {
  const location = await locationOf(path);
  expect(elsewhere([location])).toEqual([]);
});

test('no host that a request says it came by is led to', async () => {
  for (const path of [
    '/docs?lang=en',
    '/office',
    '/merchant/keys?x=1',
    '/wallet',
    '/api/auth/signin',
  ]) {
    const location = await locationOf(path, {
      'x-forwarded-host': EVIL,
      'x-forwarded-proto': 'https',
    });
    expect([path, elsewhere([location])]).toEqual([path, []]);
    expect([path, location]).not.toEqual([path, '']);
  }
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTree } from '@/tests/tidy/tree';

/**
 * Every place that leads a browser on to what is not written there, and what keeps it from being another site's
 * address. A new one joins this table, and the reason has to be true.
 */
const LEADS: Record<string, Record<string, string>> = {
  'app/_server/channel-route.ts': {
    path: 'a path by its type: every caller of seeOther is in this table',
  },
  'app/_server/file-form-route.ts': {
    'await spec.run(form, user)': 'a path of the route’s own',
    'spec.otherwise(report(error, `POST ${new URL(request.url).pathname}`))':
      'a path of the route’s own',
  },
  'app/_server/link-route.ts': { location: 'the order’s page: lib/orders/open-payment-link' },
  'app/_server/load-cashier.ts': {
    'unknownOrderAddress(token)': 'a path with an encoded token',
    'troubleAddress(token, sorted)': 'a path with encoded values',
  },
  'app/(auth)/sign-in/actions.ts': {
    "withNext('/sign-in/code', next)":
      'a path; next is encoded, and safeNextPath reads it where it is followed',
    "withNext('/sign-in', next)": 'as above',
  },
  'app/(auth)/sign-in/pending.ts': { "withNext('/sign-in', next)": 'as above' },
  'app/(auth)/sign-in/go-on.tsx': { to: 'goesOnTo, of what safeNextPath has let through' },
  'app/(auth)/sign-in/staff/actions.ts': {
    "withNext(`/sign-in/staff/${pending.secret ? 'authenticator' : 'code'}`, next)": 'as above',
    "withNext('/sign-in/staff', next)": 'as above',
  },
  'app/(auth)/sign-in/staff/authenticator/actions.ts': {
    "withNext('/sign-in/staff', next)": 'as above',
  },
  'app/(auth)/sign-in/staff/pending-staff.ts': { "withNext('/sign-in/staff', next)": 'as above' },
  'app/(cashier)/pay/[token]/actions.ts': {
    'await openPhoneStep(input.token, user)': 'a path below /pay, of a token by its pattern',
    'nextPage(input.token, await startPayment({ ...input, host, device, actor }))':
      'a path below /pay, of a token by its pattern',
  },
  'app/(cashier)/pay/[token]/cards/[card]/code/actions.ts': {
    'nextPage(token, await startPayment({ ...paying, ...by }))': 'as above',
  },
  'app/(cashier)/pay/[token]/host-actions.ts': { 'nextPage(report.token, started)': 'as above' },
  'app/(cashier)/pay/[token]/payment-code-actions.ts': {
    'nextPage(token, started)': 'as above',
  },
  'app/(cashier)/pay/[token]/phone/pay-actions.ts': { 'nextPage(token, started)': 'as above' },
  'app/(cashier)/pay/[token]/phone-scan/route.ts': {
    'isPayToken(token) ? `/pay/${token}` : unknownOrderAddress(token)': 'as above',
  },
  'app/(cashier)/pay/[token]/receipt/refund/page.tsx': { back: 'a path below /pay' },
  'app/(cashier)/receipt/[order]/refund/page.tsx': { back: 'a path below /receipt' },
  'app/(cashier)/receipt/ask-refund.ts': { '`${receipt}?asked=${id}`': 'one of two paths of ours' },
  'app/(demo)/demo/orders/route.ts': {
    '`${shop.origin}/demo`': 'the demo’s own origin, from its settings',
    'payUrl ?? `${shop.origin}/demo?problem=unavailable`': 'the cashier’s own answer to its shop',
  },
  'app/(demo)/demo/orders/[no]/pay/route.ts': {
    'payUrl ?? `${shop.origin}/demo?problem=unavailable`': 'as above',
  },
  'app/(demo)/demo/phone/route.ts': { '`${shop.origin}/demo`': 'the demo’s own origin' },
  'app/(merchant)/merchant/keys/actions.ts': { 'REVOKED[given.kind]': 'one of its paths' },
  'app/(office)/office/find/actions.ts': {
    'addressOf({ ...(await readSearch({ typed, by: staffActor(user) })) })':
      'a path below /office/find',
  },
  'app/(office)/office/notes/actions.ts': {
    '`${pageOfSubject(subject)}?noted=1#notes`': 'a path of a known kind of object',
  },
  'app/(office)/office/queues/view-actions.ts': {
    '(await keepSavedView({ name, path, by: staffActor(user) })).path':
      'viewPath: a queue’s address, or refused',
  },
  'components/cashier/way-back.tsx': {
    url: 'the return address, of an origin on the merchant’s list when the order was made',
  },
  'components/office/find-key.tsx': { href: 'a path written in the office’s frame' },
  'proxy.ts': {
    address: 'the asked address’s own origin, with nothing of it but a path of ours',
  },
};

/** It shows a program, and runs none of it. */
const NO_LEADS = ['app/(docs)/docs/_parts/samples.tsx'];

/** What is given to whatever leads on, up to its end, brackets and quotes counted. */
function leadsIn(source: string): string[] {
  const opening = /(?:\bredirect\(|\bseeOther\(|\blocation\.(?:assign|replace)\(|\bLocation: )/g;
  const found: string[] = [];
  for (const { index, 0: start } of source.matchAll(opening)) {
    const rest = source.slice(index + start.length);
    let depth = 0;
    let end = 0;
    for (; end < rest.length; end += 1) {
      const letter = rest[end] ?? '';
      if ('([{'.includes(letter)) depth += 1;
      if (depth === 0 && (')]},'.includes(letter) || rest.startsWith(', 30', end))) break;
      if (')]}'.includes(letter)) depth -= 1;
    }
    found.push(rest.slice(0, end).replaceAll(/\s+/g, ' ').trim());
  }
  return found;
}

/** A path of ours, begun in the source itself. */
const isWritten = (lead: string): boolean => /^['"`]\/(?![/\\$])/.test(lead);

const FOUND = ['app', 'components']
  .flatMap((top) =>
    readTree(top).map(({ path, source }) => [`${top}/${path}`, source] as [string, string]),
  )
  .concat([['proxy.ts', readFileSync('proxy.ts', 'utf8')]])
  .filter(([file]) => !NO_LEADS.includes(file))
  .map(([file, source]) => {
    // Of nothing: a comment that speaks of it.
    const leads = leadsIn(source).filter((lead) => lead !== '' && !isWritten(lead));
    return [file, [...new Set(leads)].sort()] as const;
  })
  .filter(([, leads]) => leads.length > 0);

test('whatever leads a browser on, leads to a path that is written there, or is in the table with its reason', () => {
  expect(Object.fromEntries(FOUND)).toEqual(
    Object.fromEntries(
      Object.entries(LEADS).map(([file, leads]) => [file, Object.keys(leads).sort()]),
    ),
  );
});

test.each([
  ['redirect(next)', ['next']],
  [`redirect(\`/pay/\${token}\`)`, []],
  [`redirect(\`/\${next}\`)`, [`\`/\${next}\``]],
  ["redirect('//evil.example')", ["'//evil.example'"]],
  ['seeOther(a ? b : c(d, e))', ['a ? b : c(d, e)']],
  ['{ headers: { Location: given, x } }', ['given']],
  ['window.location.assign(to)', ['to']],
])('%s is seen', (source, leads) => {
  expect(leadsIn(source).filter((lead) => !isWritten(lead))).toEqual(leads);
});

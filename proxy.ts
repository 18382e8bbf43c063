import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { ASKED_ADDRESS } from '@/app/_server/asked-address';
import { isDevice, newDevice } from '@/app/_server/device-cookie';
import { isKnownForm } from '@/app/_server/known-form';
import { unknownPath } from '@/app/_server/no-call';
import { pagePolicy } from '@/app/_server/page-policy';
import { heedSignals } from '@/app/_server/process-end';
import { hostScriptOf } from '@/app/_server/request-host';
import { isLocale } from '@/components/ui/locale';
import { type CookieKind, cookieIn, cookieName, cookieOptions } from '@/lib/auth/own-cookies';
import { formOrigins } from '@/lib/channels/registry';
import { env } from '@/lib/core/env';

/** What the cashier's page is measured against. */
const EMPTY_PAGE = '/gallery/empty';
/** Where no page is: what is asked for there is answered by the page that says so. */
const NO_PAGE = '/no-page';
// A nonce costs half the throughput, so only the cashier pays for it; `?lang=` works on every page.
export const config = {
  matcher: [
    '/pay/:path+',
    '/l/:path+',
    '/receipt/:path*',
    '/claim/:path+',
    '/gallery/empty',
    '/:path(.*%.*)',
    // Without what brings a body: an upload is read as it comes, and by its own route alone.
    { source: '/merchant/:path*', missing: [{ type: 'header', key: 'content-type' }] },
    { source: '/:path*', has: [{ type: 'query', key: 'lang' }] },
  ],
};

export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname } = request.nextUrl;
  if (!isText(pathname)) return noSuchAddress(request);
  // What a program asks for is no page, whatever stands in its query.
  if (pathname.startsWith('/api/')) return NextResponse.next();
  const language = request.nextUrl.searchParams.get('lang');
  if (request.method === 'GET' && isLocale(language)) return rememberLanguage(request, language);
  if (pathname === EMPTY_PAGE) return underPolicy(request);
  if (/^\/merchant(\/|$)/.test(pathname)) return withAddress(request);
  const room = ['/pay/', '/l/', '/claim/', '/receipt'].find((one) => pathname.startsWith(one));
  if (!room) return NextResponse.next();
  if (request.method === 'POST' && !(await isKnownForm(request))) return pageIsOlder(request);
  if (room === '/claim/' || room === '/l/') return ownPage(request);
  return room === '/pay/' ? cashierPage(request) : NextResponse.next();
}

/** Next itself breaks at escapes that are no text. */
function noSuchAddress(request: NextRequest): NextResponse {
  const address = request.nextUrl.clone();
  if (address.pathname.startsWith('/api/')) {
    const refused = unknownPath.GET(request);
    return new NextResponse(refused.body, refused);
  }
  address.pathname = NO_PAGE;
  address.search = '';
  return underPolicy(request, address);
}

/** The page is told what it was asked for, so that whoever has to sign in first comes back to all of it. */
function withAddress(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  headers.set(ASKED_ADDRESS, `${pathname}${search}`);
  return NextResponse.next({ request: { headers } });
}

/** Nothing was done: the page is drawn afresh by this build, and says so. */
function pageIsOlder(request: NextRequest): NextResponse {
  const address = request.nextUrl.clone();
  const [, room, token] = address.pathname.split('/');
  address.pathname = room === 'receipt' ? '/receipt' : `/${room}/${token}`;
  address.search = '?updated=1';
  if (!request.headers.has('next-action')) return NextResponse.redirect(address, 303);
  // As Next itself answers a redirect to a form that was posted by script: the browser loads the page anew.
  const to = `${address.pathname}${address.search};replace`;
  return new NextResponse(null, { status: 303, headers: { 'x-action-redirect': to } });
}

/** The choice moves from the address into the cookie, so that the language switch can change it. */
function rememberLanguage(request: NextRequest, language: string): NextResponse {
  const address = request.nextUrl.clone();
  address.searchParams.delete('lang');
  const response = NextResponse.redirect(address, 307);
  keep(response, 'locale', language);
  response.headers.set('Cache-Control', 'no-store');
  return response;
}

/** What a page asks in the background: no page, and nothing about where the shopper is. */
const BACKGROUND = ['status', 'events'];

function cashierPage(request: NextRequest): NextResponse {
  const [, , token = '', page = ''] = request.nextUrl.pathname.split('/');
  // Whatever this page will ask for in the background hears of the process's end.
  heedSignals();
  if (BACKGROUND.includes(page)) return NextResponse.next();
  const response = ownPage(request);
  keep(response, 'lastCashier', token);
  return response;
}

/** A page that is one shopper's own: under the policy, and in a browser that is known again. */
function ownPage(request: NextRequest): NextResponse {
  const named = isDevice(sentCookie(request, cookieName('device')));
  const device = request.method === 'GET' && !named ? deviceOf(request) : undefined;
  // What answers this very request knows the browser by it, too.
  if (device) request.cookies.set(cookieName('device'), device);
  const response = underPolicy(request);
  if (device) keep(response, 'device', device);
  return response;
}

/** The name that this browser has had under the cookie's former one, or a new one. */
function deviceOf(request: NextRequest): string {
  const had = cookieIn('device', (name) => sentCookie(request, name));
  return isDevice(had) ? had : newDevice();
}

const sentCookie = (request: NextRequest, name: string): string | undefined =>
  request.cookies.get(name)?.value;

const keep = (response: NextResponse, kind: CookieKind, value: string): void =>
  void response.cookies.set(cookieName(kind), value, cookieOptions(kind));

/** The page, or the one of another address, with a policy, and a nonce in it, of its own. */
function underPolicy(request: NextRequest, instead?: NextRequest['nextUrl']): NextResponse {
  const policy = pagePolicy({
    nonce: randomBytes(16).toString('base64'),
    formOrigins: formOrigins(),
    hostScript: hostScriptOf({
      header: (name) => request.headers.get(name),
      cookie: (kind) => cookieIn(kind, (name) => sentCookie(request, name)),
    })?.url,
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce out of this and puts it on its own scripts and styles.
  headers.set('Content-Security-Policy', policy);
  const response = instead
    ? NextResponse.rewrite(instead, { request: { headers } })
    : NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Cache-Control', 'no-store');
  if (env().CASHIER_ENV === 'production') {
    response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  }
  return response;
}

function isText(escaped: string): boolean {
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}

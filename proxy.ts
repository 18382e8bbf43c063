import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { LAST_CASHIER_COOKIE, lastCashierOptions } from '@/app/_server/last-cashier';
import { LOCALE_COOKIE, localeCookieOptions } from '@/app/_server/locale-cookie';
import { pagePolicy } from '@/app/_server/page-policy';
import { hostScriptOf } from '@/app/_server/request-host';
import { isLocale } from '@/components/ui/locale';
import { formOrigins } from '@/lib/channels/registry';
import { env } from '@/lib/core/env';

// A nonce costs half the throughput, so only the cashier pays for it; `?lang=` works on every page.
export const config = {
  matcher: ['/pay/:path+', { source: '/:path*', has: [{ type: 'query', key: 'lang' }] }],
};

export function proxy(request: NextRequest): NextResponse {
  const language = request.nextUrl.searchParams.get('lang');
  if (request.method === 'GET' && isLocale(language)) return rememberLanguage(request, language);
  return request.nextUrl.pathname.startsWith('/pay/') ? cashierPage(request) : NextResponse.next();
}

/** The choice moves from the address into the cookie, so that the language switch can change it. */
function rememberLanguage(request: NextRequest, language: string): NextResponse {
  const address = request.nextUrl.clone();
  address.searchParams.delete('lang');
  const response = NextResponse.redirect(address, 307);
  response.cookies.set(LOCALE_COOKIE, language, localeCookieOptions(isSecure()));
  response.headers.set('Cache-Control', 'no-store');
  return response;
}

function cashierPage(request: NextRequest): NextResponse {
  const policy = pagePolicy({
    nonce: randomBytes(16).toString('base64'),
    formOrigins: formOrigins(),
    hostScript: hostScriptOf({
      header: (name) => request.headers.get(name),
      cookie: (name) => request.cookies.get(name)?.value,
    })?.url,
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce out of this and puts it on its own scripts and styles.
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  const [, , token = '', page] = request.nextUrl.pathname.split('/');
  // What a page asks in the background says nothing about where the shopper is.
  if (page !== 'status') {
    response.cookies.set(LAST_CASHIER_COOKIE, token, lastCashierOptions(isSecure()));
  }
  response.headers.set('Cache-Control', 'no-store');
  if (env().CASHIER_ENV === 'production') {
    response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  }
  return response;
}

const isSecure = (): boolean => env().APP_ORIGIN.startsWith('https:');

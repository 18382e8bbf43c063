import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Request } from '@playwright/test';

/**
 * What a browser that has never been here fetches to show a page; bytes of bodies, text compressed as the app
 * compresses it, whatever a proxy in between makes of that.
 */
export interface PageWeight {
  page: string;
  /** Script files. */
  scriptBytes: number;
  /** The document with all that is written into it. */
  documentBytes: number;
  /** Everything together. */
  bytes: number;
  requests: number;
  /** Addresses at other origins than the page's own. */
  thirdParty: string[];
}

/** Opens the page in a fresh browser context and waits until nothing more is on its way. */
export async function weigh(
  browser: Browser,
  options: BrowserContextOptions,
  { page: name, url }: { page: string; url: string },
): Promise<PageWeight> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const { origin } = new URL(url);
    // Where a page sends the shopper on by itself, the next page's weight is not this one's.
    await page.route(
      (address) => address.origin !== origin,
      (route) =>
        route.request().isNavigationRequest() ? route.abort('aborted') : route.fallback(),
    );
    const asked: Request[] = [];
    page.on('request', (request) => {
      if (leaves(request, origin) || request.url().startsWith('data:')) return;
      asked.push(request);
    });
    await page.goto(url, { waitUntil: 'load' });
    // Scripts fetch further ones when they start: all is there once a look finds nothing new.
    for (let seen = 0; seen < asked.length; ) {
      seen = asked.length;
      await Promise.all(asked.map(bodyBytes));
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    }
    const sizes = await Promise.all(
      asked.map(async (request) => ({
        kind: request.resourceType(),
        bytes: await bodyBytes(request),
      })),
    );
    const sum = (kind?: string) =>
      sizes.filter((one) => !kind || one.kind === kind).reduce((all, { bytes }) => all + bytes, 0);
    return {
      page: name,
      scriptBytes: sum('script'),
      documentBytes: sum('document'),
      bytes: sum(),
      requests: asked.length,
      thirdParty: asked
        .map((one) => one.url())
        .filter((address) => new URL(address).origin !== origin),
    };
  } finally {
    await context.close();
  }
}

const leaves = (request: Request, origin: string): boolean =>
  request.isNavigationRequest() && new URL(request.url()).origin !== origin;

const IS_TEXT = /^text\/|javascript|json|svg|xml/;

/** What stays open and tells more later has no size. */
async function bodyBytes(request: Request): Promise<number> {
  if (request.resourceType() === 'eventsource') return 0;
  const response = await request.response();
  if (!response) return 0;
  const body = await response.body();
  return IS_TEXT.test(response.headers()['content-type'] ?? '')
    ? gzipSync(body).length
    : body.length;
}

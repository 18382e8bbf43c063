import { getLocale } from 'next-intl/server';
import { refusedPage } from './refused-page';
import { report } from './report';

/**
 * The route behind a link that a shopper follows: `run` says where to go on, with 303; a refusal is
 * answered with its status and a page.
 */
export function linkRoute(run: (query: URLSearchParams) => Promise<string>) {
  return async (request: Request): Promise<Response> => {
    try {
      const location = await run(new URL(request.url).searchParams);
      const headers = { Location: location, 'Cache-Control': 'no-store' };
      return new Response(null, { status: 303, headers });
    } catch (error) {
      const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
      return refusedPage(report(error, 'payment link'), locale);
    }
  };
}

import { unstable_rethrow } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refusalText } from '@/lib/core/errors';
import { brokenAnswer, plainAnswer } from './channel-route';
import { csvResponse } from './csv-response';
import { report } from './report';

type Locale = 'zh-CN' | 'en';
type Context = { params: Promise<Record<string, string>> };

interface Call {
  query: URLSearchParams;
  params: Record<string, string>;
  locale: Locale;
}

/**
 * A table as a file: `run` says who may and gives the text in pieces, which are sent on as they
 * come. What fails before the first piece is answered in words; after it the download breaks off.
 */
export function csvRoute(spec: {
  /** ASCII: a header has no other letters. */
  fileName: string | ((params: Record<string, string>) => string);
  run: (call: Call) => Promise<AsyncGenerator<string, void, void>>;
}): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    const { pathname, searchParams: query } = new URL(request.url);
    const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN';
    try {
      const params = await context.params;
      const pieces = await spec.run({ query, params, locale });
      const fileName = typeof spec.fileName === 'string' ? spec.fileName : spec.fileName(params);
      return await csvResponse(pieces, { fileName, where: `GET ${pathname}` });
    } catch (error) {
      unstable_rethrow(error);
      const sorted = report(error, `GET ${pathname}`);
      return sorted.kind === 'refused'
        ? plainAnswer(sorted.refusal.status, refusalText(sorted.refusal.code, locale))
        : brokenAnswer(sorted);
    }
  };
}

import { type Refusal, refusalText } from '@/lib/core/errors';

interface Problem {
  code: string;
  title: string;
  status: number;
  errors?: { path: string; problem: string }[];
}

type Locale = 'zh-CN' | 'en';

const BROKEN: Record<Locale, string> = {
  'zh-CN': '系统出错，请凭 instance 联系我们',
  en: 'Something broke on our side; quote the instance when you contact us',
};

/** The caller's language: Chinese only where it is asked for first. */
export const problemLocale = (request: Request): Locale =>
  /^\s*zh\b/i.test(request.headers.get('accept-language') ?? '') ? 'zh-CN' : 'en';

export const refusalProblem = (refusal: Refusal, locale: Locale): Problem => ({
  code: refusal.code,
  title: refusalText(refusal.code, locale, refusal.facts),
  status: refusal.status,
  ...(refusal.fields.length > 0 ? { errors: refusal.fields } : {}),
});

export const brokenProblem = (locale: Locale): Problem => ({
  code: 'internal_error',
  title: BROKEN[locale],
  status: 500,
});

/**
 * RFC 9457 problem details. `code` is stable and the same as the end of `type`, a name that is not
 * an address; `instance` is the request's id, also in X-Request-Id and in our log.
 */
export function problemResponse(problem: Problem, requestId: string, locale: Locale): Response {
  const { code, title, status, errors } = problem;
  const body = {
    type: `urn:cashier:problem:${code}`,
    title,
    status,
    instance: `urn:cashier:request:${requestId}`,
    code,
    ...(errors ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      'X-Request-Id': requestId,
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
    },
  });
}

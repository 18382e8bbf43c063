import { env } from '@/lib/core/env';
import { Refusal, refusalText } from '@/lib/core/errors';
import { AGAIN_SECONDS } from './come-again';

interface Problem {
  code: string;
  title: string;
  status: number;
  errors?: { path: string; problem: string }[];
  retryAfterSeconds?: number;
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
  ...retryAfter(refusal),
});

/** Of what was too much, or is still running: when it is of use to ask again. */
function retryAfter({ code, facts }: Refusal): { retryAfterSeconds?: number } {
  if (code === 'idempotency_in_progress') return { retryAfterSeconds: 1 };
  const { retryAfterSeconds } = facts;
  return typeof retryAfterSeconds === 'number' ? { retryAfterSeconds } : {};
}

export const brokenProblem = (locale: Locale, away: boolean): Problem =>
  away
    ? refusalProblem(
        new Refusal('temporarily_unavailable', { retryAfterSeconds: AGAIN_SECONDS }),
        locale,
      )
    : { code: 'internal_error', title: BROKEN[locale], status: 500 };

/**
 * RFC 9457 problem details. `code` is stable and the same as the end of `type`, a name that is not
 * an address; what it means is told at `doc_url`. `instance` is the request's id, which is also in
 * `request_id`, in X-Request-Id, in the merchant's request log and in ours.
 */
export function problemResponse(problem: Problem, requestId: string, locale: Locale): Response {
  const { code, title, status, errors, retryAfterSeconds } = problem;
  const body = {
    type: `urn:cashier:problem:${code}`,
    title,
    status,
    instance: `urn:cashier:request:${requestId}`,
    code,
    doc_url: `${env().APP_ORIGIN}/docs/errors#${code}`,
    request_id: requestId,
    ...(errors ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      'X-Request-Id': requestId,
      ...(retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {}),
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
    },
  });
}

import { performance } from 'node:perf_hooks';
import { after } from 'next/server';
import type { Operation } from '@/lib/api/operation';
import { recordRequest } from '@/lib/api/record-request';
import { spendRequest } from '@/lib/api/spend-request';
import { type ApiVersion, chooseVersion } from '@/lib/api/version-rules';
import { newId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { asWork } from '@/lib/core/work';
import { authenticateApiKey } from '@/lib/merchants/authenticate-api-key';
import { verifyRequestSignature } from '@/lib/merchants/verify-request-signature';
import { brokenProblem, problemLocale, problemResponse, refusalProblem } from './problem';
import { report } from './report';

/** What a use case answers an API call with: the status and the JSON text, exactly as stored. */
export interface Answer {
  status: number;
  body: string;
  /** A stored answer to the same request, given again. */
  hit?: boolean;
}

/** Who calls, from what address of ours, and as which dated version of the API. */
export interface ApiCall {
  merchantId: string;
  keyId: string;
  version: ApiVersion;
  params: Record<string, string>;
}

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

/** A call on its way in. */
export interface Arrival {
  request: Request;
  /**
   * Who → which version → within the key's rate → signed, where that is asked for: what every call has to pass
   * first. `raw` is the body that a signature covers.
   */
  enter(raw?: Uint8Array): Promise<ApiCall>;
  /** What the call carries, for the merchant's own log, where it is masked. */
  note(carried: { input?: unknown; idempotencyKey?: string }): void;
}

/**
 * The only try/catch between the merchant API and lib: enters, runs and answers, and writes the call down
 * after the answer. What is no JSON comes as a response of its own.
 */
export function apiRoute(
  operation: Operation,
  run: (arrival: Arrival) => Promise<Answer | Response>,
): Handler {
  const answerTo = async (
    requestId: string,
    ...[request, context]: Parameters<Handler>
  ): Promise<Response> => {
    const startedAt = performance.now();
    const { pathname } = new URL(request.url);
    const where = `${request.method} ${pathname}`;
    const locale = problemLocale(request);
    let call: ApiCall | undefined;
    let carried: Parameters<Arrival['note']>[0] = {};
    const close = (response: Response, code?: string) => {
      response.headers.set('X-Request-Id', requestId);
      if (call) response.headers.set('Cashier-Version', call.version);
      const { status } = response;
      const durationMs = Math.round(performance.now() - startedAt);
      if (!code) log().info({ requestId, where, status, durationMs }, 'answered');
      if (call) {
        const hit = response.headers.has('Idempotency-Hit');
        const told = { id: requestId, ...call, operation, path: pathname, status, code, hit };
        keepLater({ ...told, ...carried, durationMs });
      }
      return response;
    };
    try {
      const answer = await run({
        request,
        enter: async (raw = NO_BODY) => {
          const { apiVersion, ...whose } = await authenticateApiKey(
            request.headers.get('authorization'),
          );
          const params = named(await context.params);
          // From here on it is in the merchant's log, also what asks for a version that is none.
          call = { ...whose, params, version: chooseVersion(null, apiVersion) };
          call.version = chooseVersion(request.headers.get('cashier-version'), apiVersion);
          await spendRequest(call);
          await requireSigned(request, raw, call);
          return call;
        },
        note: (more) => {
          carried = { ...carried, ...more };
        },
      });
      return close(answer instanceof Response ? answer : answerResponse(answer));
    } catch (error) {
      const sorted = report(error, where, requestId);
      const problem =
        sorted.kind === 'refused'
          ? refusalProblem(sorted.refusal, locale)
          : brokenProblem(locale, sorted.away);
      return close(problemResponse(problem, requestId, locale), problem.code);
    }
  };
  return (...call) => {
    const requestId = newId('req');
    return asWork({ kind: 'api', name: operation.id }, { requestId }, () =>
      answerTo(requestId, ...call),
    );
  };
}

const NO_BODY = new Uint8Array();

/** What no id can hold is nobody's, and PostgreSQL would choke on a NUL: it becomes another of nobody's. */
const named = (params: Record<string, string> | undefined): Record<string, string> =>
  Object.fromEntries(
    // An address without names comes without any.
    Object.entries(params ?? {}).map(([name, text]) => [name, /\p{Cc}/u.test(text) ? '' : text]),
  );

/** After the rate, because arithmetic with keys costs more than anything before it. */
function requireSigned(
  { headers, method, url }: Request,
  body: Uint8Array,
  { merchantId }: ApiCall,
): Promise<void> {
  const { pathname, search } = new URL(url);
  const header = headers.get('cashier-signature');
  return verifyRequestSignature({ merchantId, header, method, target: pathname + search, body });
}

/** A call that could not be written down was still answered. */
const keepLater = (told: Parameters<typeof recordRequest>[0]): void =>
  after(() =>
    recordRequest(told).catch((error: unknown) => {
      log().error({ requestId: told.id, error }, 'a call of the API was not written down');
    }),
  );

const answerResponse = (answer: Answer): Response =>
  new Response(answer.body, {
    status: answer.status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      ...(answer.hit ? { 'Idempotency-Hit': 'true' } : {}),
    },
  });

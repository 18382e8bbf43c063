import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { problemLocale, problemResponse, refusalProblem } from './problem';
import { report } from './report';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Answer = (request: Request) => Response;

/** The answers to every method at an address below /api/v1 that is none. */
export const unknownPath = answersWith((request) => refused(request, new Refusal('path_unknown')));

/**
 * The answers to the methods that an address of the merchant API does not take, each a problem like any other
 * with the true `Allow`. A route exports of them whatever it does not serve itself, OPTIONS included, for Next
 * would answer with what it is exported for.
 */
export function otherMethods(...served: Method[]): Record<Method | 'OPTIONS', Answer> {
  const Allow = [...served, ...(served.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return answersWith(
    (request) => {
      const response = refused(request, new Refusal('method_not_allowed'));
      response.headers.set('Allow', Allow);
      return response;
    },
    () => new Response(null, { status: 204, headers: { Allow } }),
  );
}

function answersWith(any: Answer, options = any): Record<Method | 'OPTIONS', Answer> {
  return { GET: any, POST: any, PUT: any, PATCH: any, DELETE: any, OPTIONS: options };
}

/** Nobody has to say who they are to hear it: the reference tells everybody what there is. */
function refused(request: Request, refusal: Refusal): Response {
  const requestId = newId('req');
  const locale = problemLocale(request);
  report(refusal, `${request.method} ${new URL(request.url).pathname}`, requestId);
  return problemResponse(refusalProblem(refusal, locale), requestId, locale);
}

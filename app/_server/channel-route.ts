import { newId } from '@/lib/core/ids';
import { asWork } from '@/lib/core/work';
import { brokenHead } from './come-again';
import { readBody } from './read-body';
import { type Report, report } from './report';

type Context = { params: Promise<{ channel: string }> };

/**
 * What a channel, or a browser it sends back, calls: raw bytes, limited → run → answer. A GET's
 * bytes are its query. The call comes from another site by nature and carries no cookies; who it is
 * from is told by its signature alone.
 */
export function channelRoute(spec: {
  name: 'notify' | 'return';
  run: (call: {
    channel: string;
    body: Uint8Array;
    /** Names in lower case. */
    headers: Readonly<Record<string, string>>;
  }) => Promise<Response>;
  /** The answer to a call that was refused or that broke. */
  otherwise: (report: Report) => Response | Promise<Response>;
}): (request: Request, context: Context) => Promise<Response> {
  const answerTo = async (request: Request, context: Context): Promise<Response> => {
    const url = new URL(request.url);
    try {
      const { channel } = await context.params;
      const body =
        request.method === 'GET' ? Buffer.from(url.search.slice(1)) : await readBody(request);
      return await spec.run({ channel, body, headers: Object.fromEntries(request.headers) });
    } catch (error) {
      return await spec.otherwise(report(error, `${request.method} ${url.pathname}`));
    }
  };
  return (...call) =>
    asWork({ kind: 'channel', name: spec.name }, { requestId: newId('req') }, () =>
      answerTo(...call),
    );
}

/** A short plain answer that nobody keeps; without a text it has no body at all, as 204 wants it. */
export const plainAnswer = (
  status: number,
  text: string,
  headers: Record<string, string> = {},
): Response =>
  new Response(text || null, {
    status,
    headers: {
      ...headers,
      'Cache-Control': 'no-store',
      ...(text && { 'Content-Type': 'text/plain; charset=utf-8' }),
    },
  });

/** … to what could not be answered: the reference of what is in the log, and when to come again where that helps. */
export function brokenAnswer({
  reference,
  away,
}: Pick<Extract<Report, { kind: 'broken' }>, 'reference' | 'away'>): Response {
  const { status, headers } = brokenHead(away);
  return plainAnswer(status, reference, headers);
}

/** To one of our own pages, by a path: what the request says of its host is never repeated. */
export const seeOther = (path: `/${string}`): Response =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });

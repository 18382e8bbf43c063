import { request as forward } from 'node:http';
import type { CamaraExchange } from './camara-exchange';
import { readBodyOf, startLocalGateway } from './local-gateway';

/** One call that went through, as the two sides of it saw it; `path` as on the request line. */
export type Recorded = CamaraExchange;

export interface RecordingProxy {
  origin: string;
  recorded: Recorded[];
  close(): Promise<void>;
}

/** Stands between two sides, hands everything on unchanged, and keeps it. A line that breaks, breaks. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const recorded: Recorded[] = [];
  const server = await startLocalGateway(async (request, response) => {
    const body = await readBodyOf(request);
    const { method = '', url = '' } = request;
    const headers = { ...request.headers, host: new URL(target).host };
    // A connection of its own: one kept from before may have been closed by the other side meanwhile.
    const onward = forward(target + url, { method, headers, agent: false }, async (answer) => {
      const bytes = await readBodyOf(answer).catch(() => undefined);
      if (!bytes) {
        response.destroy();
        return;
      }
      const { statusCode: status = 0 } = answer;
      recorded.push({
        method,
        path: url,
        request: { headers: textsOf(request.headers), ...jsonOf(body) },
        response: { status, headers: textsOf(answer.headers), ...jsonOf(bytes) },
      });
      response.writeHead(status, answer.headers).end(bytes);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  });
  return { origin: server.origin, recorded, close: () => server.close() };
}

const textsOf = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** A form of the token endpoint stays a text. */
function jsonOf(body: Buffer): { body?: unknown } {
  const text = body.toString('utf8');
  if (text === '') return {};
  return { body: /^\s*[[{]/.test(text) ? JSON.parse(text) : text };
}

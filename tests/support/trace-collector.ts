import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface CollectedSpan {
  service: string;
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  attributes: Record<string, string>;
  /** 2: it went wrong. */
  status?: { code?: number };
}

interface Sent {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { spans: (Omit<CollectedSpan, 'attributes'> & { attributes: Attribute[] })[] }[];
  }[];
}
interface Attribute {
  key: string;
  value: { stringValue?: string };
}

const textsOf = (attributes: Attribute[]): Record<string, string> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? '']));

/** A collector of traces, by OTLP's JSON over HTTP: keeps them, and gives back whole traces, as sent and as read. */
export async function startTraceCollector(): Promise<{ origin: string; stop(): Promise<void> }> {
  const spans: CollectedSpan[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://collector');
    if (request.method === 'POST' && pathname === '/v1/traces') {
      const { resourceSpans } = (await json(request)) as Sent;
      for (const { resource, scopeSpans } of resourceSpans) {
        const service = textsOf(resource.attributes)['service.name'] ?? '';
        for (const span of scopeSpans.flatMap((scope) => scope.spans)) {
          spans.push({ ...span, service, attributes: textsOf(span.attributes) });
        }
      }
      response.setHeader('Content-Type', 'application/json').end('{}');
      return;
    }
    const order = searchParams.get('order');
    const traces = new Set(
      spans
        .filter(({ attributes }) => attributes['cashier.order_id'] === order)
        .map(({ traceId }) => traceId),
    );
    response
      .setHeader('Content-Type', 'application/json')
      .end(JSON.stringify(spans.filter(({ traceId }) => traces.has(traceId))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Every span of every trace that has something of this order in it. */
export async function spansOf(collector: string, order: string): Promise<CollectedSpan[]> {
  const answer = await fetch(`${collector}/spans?order=${order}`);
  return (await answer.json()) as CollectedSpan[];
}

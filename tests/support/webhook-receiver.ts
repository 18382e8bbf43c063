import { startLocalGateway } from './local-gateway';

export interface ReceivedNotice {
  headers: Record<string, string>;
  body: string;
}

export interface WebhookReceiver {
  url: string;
  /** Every request, in the order it came. */
  readonly received: ReceivedNotice[];
  close(): Promise<void>;
}

/** A merchant's endpoint over real HTTP; the `n`th request (from 1) is answered as `answer` says. */
export async function startWebhookReceiver(
  answer: (n: number) => number | Promise<number> = () => 204,
): Promise<WebhookReceiver> {
  const received: ReceivedNotice[] = [];
  const server = await startLocalGateway(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const n = received.push({ headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(await answer(n)).end();
  });
  return { url: `${server.origin}/hook`, received, close: server.close };
}

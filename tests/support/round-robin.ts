import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { startLocalGateway } from './local-gateway';

export interface RoundRobin {
  /** Where shoppers, merchants and channels go. */
  origin: string;
  /** From now on these are asked in turn. */
  serve(targets: readonly string[]): void;
  /** How many requests each target has answered. */
  answered(): ReadonlyMap<string, number>;
  /** Requests that were passed on and whose answer broke off: who sent them cannot know how far they came. */
  brokenOff(): number;
  close(): Promise<void>;
}

/**
 * What stands before several app processes, as plain as it can be: each request goes to the next one, over a
 * connection of its own. Where nobody listens the next is asked, since nothing was sent; what was sent is never
 * sent again. Answers that stream pass as they come.
 * @param host what the apps are told was asked for; what the sender asked for unless given
 */
export async function startRoundRobin({ host }: { host?: string } = {}): Promise<RoundRobin> {
  let targets: readonly string[] = [];
  let turn = 0;
  let broken = 0;
  const answered = new Map<string, number>();

  function pass(request: IncomingMessage, response: ServerResponse, left: readonly string[]): void {
    const [target, ...others] = left;
    if (target === undefined) {
      response.writeHead(502).end();
      return;
    }
    const { hostname, port } = new URL(target);
    const { method, url: path, headers } = request;
    const { connection: _, ...passed } = headers;
    const onward = forward({
      ...{ hostname, port, method, path, agent: false },
      headers: { ...passed, ...(host ? { host } : {}) },
    });
    let sent = false;
    onward.on('socket', (socket) => {
      socket.once('connect', () => {
        sent = true;
        request.pipe(onward);
      });
    });
    const breakOff = () => {
      if (!response.destroyed) broken += 1;
      response.destroy();
    };
    onward.on('error', () => (sent ? breakOff() : pass(request, response, others)));
    onward.on('response', (answer) => {
      answered.set(target, (answered.get(target) ?? 0) + 1);
      answer.on('error', breakOff);
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer.rawHeaders));
      response.flushHeaders();
      answer.pipe(response);
    });
    response.on('close', () => onward.destroy());
  }

  const gateway = await startLocalGateway((request, response) => {
    const first = turn++ % Math.max(1, targets.length);
    pass(request, response, [...targets.slice(first), ...targets.slice(0, first)]);
  });
  return {
    origin: `http://localhost:${new URL(gateway.origin).port}`,
    serve: (next) => {
      targets = next;
    },
    answered: () => answered,
    brokenOff: () => broken,
    close: gateway.close,
  };
}

const HOP_BY_HOP = ['connection', 'keep-alive'];

/** What one connection says of itself is not the other's. */
function endToEnd(rawHeaders: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (!HOP_BY_HOP.includes(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}

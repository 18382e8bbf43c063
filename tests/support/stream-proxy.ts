import { request as forward } from 'node:http';
import { startLocalGateway } from './local-gateway';

/** What a network on the way does to an answer that goes on and on. */
export type StreamFate = 'held-back' | 'cut';

/**
 * Stands between the browser and the app as a company's proxy does: everything passes, but what streams
 * is held back for good, or cut off after its first event. Counts the streams that it has met.
 */
export async function startStreamProxy(target: string, fate: StreamFate) {
  const { host, hostname, port } = new URL(target);
  let met = 0;
  const server = await startLocalGateway((request, response) => {
    const { method, url: path, headers } = request;
    const onward = forward({ hostname, port, method, path, headers, agent: false });
    response.on('close', () => onward.destroy());
    onward.on('error', () => response.destroy());
    onward.on('response', (answer) => {
      answer.on('error', () => response.destroy());
      const streams = answer.headers['content-type'] === 'text/event-stream';
      if (streams) met += 1;
      if (streams && fate === 'held-back') return answer.resume();
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      if (streams) return answer.once('data', (first) => response.end(first));
      return answer.pipe(response);
    });
    request.pipe(onward);
  });
  return {
    /** The page of the app, by way of this proxy; the name of the machine is the same, and so are cookies. */
    through: (url: string) => url.replace(host, `localhost:${new URL(server.origin).port}`),
    met: () => met,
    close: () => server.close(),
  };
}

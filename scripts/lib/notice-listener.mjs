import http from 'node:http';
import https from 'node:https';

const NOTICE_PATH = /^\/api\/channels\/[a-z0-9_-]{1,40}\/notify$/;
const MOST_BYTES = 1024 * 1024;
const MOST_CONNECTIONS = 256;
const TIMES_MS = { headers: 10_000, request: 20_000, answer: 25_000, idle: 10_000 };
/** What concerns one connection only (RFC 9110, 7.6.1), besides what `connection` itself names. */
const OF_ONE_HOP = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * Carriers send their events over https only. This is the door for them where no proxy stands before the app:
 * notices go through to the app as they come, and everything else finds nothing here.
 * @param {{ key: string, cert: string, target: string, timesMs?: Partial<typeof TIMES_MS>, mostBytes?: number }} how
 *   target: the app's origin
 * @returns {https.Server}
 */
export function createNoticeListener({ key, cert, target, timesMs, mostBytes = MOST_BYTES }) {
  const times = { ...TIMES_MS, ...timesMs };
  const app = new URL(target);
  const server = https.createServer({
    ...{ key, cert, minVersion: 'TLSv1.2', maxHeaderSize: 16_384 },
    ...{ headersTimeout: times.headers, requestTimeout: times.request },
    ...{ keepAliveTimeout: times.idle, handshakeTimeout: times.headers },
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('request', (request, response) => {
    if (request.method === 'POST' && NOTICE_PATH.test(request.url ?? '')) {
      forward(request, response, { app, mostBytes, answerMs: times.answer });
    } else refuse(request, response, 404);
  });
  return server;
}

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {{ app: URL, mostBytes: number, answerMs: number }} how
 */
function forward(request, response, { app, mostBytes, answerMs }) {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) {
    return refuse(request, response, 413);
  }
  // A connection of its own: one that was kept might be closed at the other end just as it is used again, and a
  // body that is half sent can't be sent anew.
  const onward = http.request({
    ...{ hostname: app.hostname, port: app.port, path: request.url, method: 'POST' },
    ...{ headers: headersFor(request), agent: false },
  });
  const timer = setTimeout(() => giveUp(504), answerMs);
  let bytes = 0;
  request.on('data', (/** @type {Buffer} */ piece) => {
    bytes += piece.length;
    if (bytes > mostBytes) giveUp(413);
  });
  request.on('error', () => onward.destroy());
  onward.on('error', () => giveUp(502));
  onward.on('response', (answer) => {
    if (response.headersSent) return answer.resume();
    response.writeHead(answer.statusCode ?? 502, keptHeaders(answer.headers));
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  response.on('close', () => {
    clearTimeout(timer);
    onward.destroy();
  });
  request.pipe(onward);

  /** @param {number} status */
  function giveUp(status) {
    request.unpipe(onward);
    onward.destroy();
    if (response.headersSent) response.destroy();
    else refuse(request, response, status);
  }
}

/**
 * Says no, and ends the connection: what is left of the request is nobody's.
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {number} status
 */
function refuse(request, response, status) {
  if (response.headersSent) return;
  response.writeHead(status, { connection: 'close', 'content-length': 0 }).end();
  request.resume();
}

/** @param {http.IncomingMessage} request */
function headersFor({ headers, socket }) {
  const before = headers['x-forwarded-for'];
  const from = socket.remoteAddress ?? '';
  return {
    ...keptHeaders(headers),
    'x-forwarded-for': before ? `${before}, ${from}` : from,
    'x-forwarded-proto': 'https',
    connection: 'close',
  };
}

/** @param {http.IncomingHttpHeaders} headers @returns {http.OutgoingHttpHeaders} those for the far end */
function keptHeaders(headers) {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...OF_ONE_HOP, ...named]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.has(name)));
}

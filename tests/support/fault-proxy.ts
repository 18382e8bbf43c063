import {
  createServer,
  request as forward,
  type IncomingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { readBodyOf } from './local-gateway';

/** What may become of a call on its way to a neighbour or of its answer on the way back. */
export const FAULTS = {
  /** Nobody listens. Every call meets it, whatever it is about. */
  refuse: { reaches: false, slow: false },
  /** The line is reset as soon as it is up. Every call meets it, too. */
  'reset before': { reaches: false, slow: false },
  /** … and here once the call is in, before anything is done about it. */
  'reset on receipt': { reaches: false, slow: false },
  /** Taken in, and nothing more is ever heard of it. */
  'black hole': { reaches: false, slow: true },
  '500': { reaches: false, slow: false },
  '429': { reaches: false, slow: false },
  /** The neighbour has done it, and a gateway in front of it gave up waiting. */
  '502': { reaches: true, slow: false },
  'drop reply': { reaches: true, slow: false },
  'half reply': { reaches: true, slow: false },
  /** Somebody else's page, with status 200. */
  html: { reaches: true, slow: false },
  /** The answer is there when whoever asked has hung up. */
  slow: { reaches: true, slow: true },
} as const;
export type Fault = keyof typeof FAULTS;

export interface FaultProxy {
  origin: string;
  /** Until `heal`, calls that match ("POST /path?query") meet this fault; the others pass. */
  fail(fault: Fault, about?: RegExp): Promise<void>;
  heal(): Promise<void>;
  /** The answers to calls that match lie here until they are released; `done` once there is one. */
  holdAnswers(about: RegExp): { done: Promise<void>; release(): void };
  /** The calls that got as far as a request, in their order, whatever became of them. */
  readonly calls: readonly string[];
  /** Runs when a call has come to where its caller waits in vain: what was to be done is done. */
  onWait(run: () => void): void;
  close(): Promise<void>;
}

const PAGE = '<!doctype html><title>Sign in</title><h1>Sign in to this network</h1>';

/** Stands between us and a neighbour, on one address all the time; each call has a connection of its own. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const calls: string[] = [];
  const sockets = new Set<Socket>();
  let waits = (): void => undefined;
  let held: { about: RegExp; done(): void; released: Promise<void> } | undefined;
  let now: { fault: Fault; about: RegExp } | undefined;

  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body = await readBodyOf(request).catch(() => undefined);
    if (!body) return;
    const call = `${method} ${url}`;
    calls.push(call);
    const fault = now?.about.test(call) ? now.fault : undefined;
    if (fault === 'black hole') return waits();
    if (fault === 'reset on receipt') return void request.socket.resetAndDestroy();
    if (fault === '500' || fault === '429')
      return say(response, Number(fault), 'text/plain', fault);
    const gone = new Promise<void>((resolve) => response.on('close', resolve));
    const answer = await passOn(target + url, { method, headers, body });
    if (!answer) return void response.destroy();
    if (held?.about.test(call)) {
      held.done();
      await held.released;
    }
    spoil(response, fault, answer, gone);
    if (fault === 'slow') waits();
  });
  server.on('connection', (socket) => {
    if (now?.fault === 'reset before') return void socket.resetAndDestroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const stopListening = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${port}`,
    calls,
    holdAnswers(about) {
      const [done, released] = [newMoment(), newMoment()];
      held = { about, done: done.come, released: released.awaited };
      const release = () => {
        held = undefined;
        released.come();
      };
      return { done: done.awaited, release };
    },
    onWait(run) {
      waits = run;
    },
    async fail(fault, about = /./) {
      if (now?.fault === 'refuse') await listen(port);
      now = { fault, about };
      if (fault === 'refuse') await stopListening();
    },
    async heal() {
      if (now?.fault === 'refuse') await listen(port);
      now = undefined;
    },
    close: stopListening,
  };
}

function newMoment(): { awaited: Promise<void>; come(): void } {
  let come = (): void => undefined;
  const awaited = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { awaited, come: () => come() };
}

interface Passed {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What the neighbour answers; undefined when it breaks the line itself. */
function passOn(
  url: string,
  { method, headers, body }: { method: string; headers: IncomingHttpHeaders; body: Buffer },
): Promise<Passed | undefined> {
  return new Promise((resolve) => {
    // A connection of its own: one kept from before may have been closed by the other side meanwhile.
    const options = { method, headers: { ...headers, host: new URL(url).host }, agent: false };
    const onward = forward(url, options, async (answer) => {
      const bytes = await readBodyOf(answer).catch(() => undefined);
      const { statusCode: status = 502, headers: told } = answer;
      resolve(bytes && { status, headers: told, body: bytes });
    });
    onward.on('error', () => resolve(undefined));
    onward.end(body);
  });
}

function spoil(
  response: ServerResponse,
  fault: Fault | undefined,
  { status, headers, body }: Passed,
  gone: Promise<void>,
): void {
  const { 'transfer-encoding': _, connection: __, ...kept } = headers;
  const whole = { ...kept, 'content-length': body.length, connection: 'close' };
  switch (fault) {
    case '502':
    case 'html':
      return void say(response, fault === 'html' ? 200 : 502, 'text/html', PAGE);
    case 'drop reply':
      return void response.destroy();
    case 'half reply':
      // One byte more than there is, so that an answer without a body is cut short as well.
      response.writeHead(status, { ...whole, 'content-length': body.length + 1 });
      return void response.write(body.subarray(0, Math.ceil(body.length / 2)), () =>
        response.destroy(),
      );
    case 'slow':
      return void gone.then(() => response.end(body));
    default:
      response.writeHead(status, status === 204 ? { ...kept, connection: 'close' } : whole);
      return void response.end(body);
  }
}

function say(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, connection: 'close' }).end(text);
}

import { createWriteStream } from 'node:fs';
import { Agent, request as ask, createServer, type IncomingMessage } from 'node:http';

/** What somebody outside got to see of one request: its address, and the answer with its headers. */
export interface Recorded {
  method: string;
  url: string;
  status: number;
  /** What names an address or is kept by the browser: referer, location, set-cookie. */
  headers: string[];
  body: string;
}

const TEXT = /^(text\/|application\/(json|problem\+json|javascript|xml))/;

/**
 * Stands before the app at its public port and writes down what everybody asks of it and is answered;
 * the build's own files, which are older than any canary, excepted.
 */
export async function startRecorder(options: { port: number; appPort: number; file: string }) {
  const { port, appPort, file } = options;
  const notes = createWriteStream(file, { flags: 'a', mode: 0o600 });
  const agent = new Agent({ keepAlive: true });
  const server = createServer((request, response) => {
    // Answers come as they are read here: nothing is compressed between two processes of one machine.
    const { 'accept-encoding': _, ...headers } = request.headers;
    const { method, url: path } = request;
    const onward = ask({ host: 'localhost', port: appPort, method, path, headers, agent });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
      if (!path?.startsWith('/_next/static/')) noteDown(notes, request, answer);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return {
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
      await new Promise((resolve) => notes.end(resolve));
    },
  };
}

function noteDown(
  notes: NodeJS.WritableStream,
  request: IncomingMessage,
  answer: IncomingMessage,
): void {
  const { referer = '' } = request.headers;
  const { location = '', 'set-cookie': cookies = [], 'content-type': type = '' } = answer.headers;
  const pieces: Buffer[] = [];
  if (TEXT.test(type)) answer.on('data', (piece: Buffer) => pieces.push(piece));
  answer.on('close', () => {
    const recorded: Recorded = {
      method: request.method ?? '',
      url: request.url ?? '',
      status: answer.statusCode ?? 0,
      headers: [referer, location, ...cookies].filter(Boolean),
      body: Buffer.concat(pieces).toString('utf8'),
    };
    notes.write(`${JSON.stringify(recorded)}\n`);
  });
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface TextMessage {
  phone: string;
  text: string;
}

/** A gateway that keeps what it is sent. Start it before the environment is read for the first time. */
export async function startSmsReceiver() {
  const messages: TextMessage[] = [];
  const answer = { status: 200 };
  const server = createServer(async (request, response) => {
    messages.push((await json(request)) as TextMessage);
    response.writeHead(answer.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env.SMS_GATEWAY_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
  return {
    messages,
    answer,
    /** The code in the newest message to that phone. */
    codeFor(phone: string): string {
      const newest = messages.findLast((message) => message.phone === phone);
      const code = newest && /#(\d{6})$/.exec(newest.text)?.[1];
      if (!code) throw new Error('no code was sent to that phone');
      return code;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

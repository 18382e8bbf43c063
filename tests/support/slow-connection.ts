import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection that has said no more than `head`, and is kept open. */
export async function holdOpen(origin: string, head: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  // Whoever ends it, ends it as it should be.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(head);
  return socket;
}

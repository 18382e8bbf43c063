import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { withClient } from '@/scripts/lib/database.mjs';

export interface DatabaseGate {
  /** The same database, by a way and a role of its own. */
  url: string;
  /** Nobody listens any more, and whoever had a connection has lost it. */
  shut(): Promise<void>;
  /** PostgreSQL itself has no connection left for this role (53300), and whoever had one has lost it. */
  exhaust(): Promise<void>;
  /** As it was. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** One process's own way to a database that others go on using: only its owner meets the trouble. */
export async function startDatabaseGate(databaseUrl: string): Promise<DatabaseGate> {
  const to = new URL(databaseUrl);
  const role = `gate_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(16).toString('hex');
  const say = (sql: string) => withClient(databaseUrl, (client) => client.query(sql));
  // As much as the owner may, but no superuser: for those no limit counts.
  await say(`CREATE ROLE ${role} LOGIN PASSWORD '${password}' IN ROLE "${to.username}"`);

  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const sever = () => {
    for (const socket of sockets) socket.destroy();
  };
  const shut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    sever();
    await closed;
  };

  const port = await listen(0);
  const url = new URL(databaseUrl);
  Object.assign(url, { host: `127.0.0.1:${port}`, username: role, password });
  return {
    url: url.href,
    shut,
    async exhaust() {
      await say(`ALTER ROLE ${role} CONNECTION LIMIT 0`);
      sever();
    },
    async open() {
      await say(`ALTER ROLE ${role} CONNECTION LIMIT -1`);
      if (!server.listening) await listen(port);
    },
    async close() {
      await shut();
      await say(`DROP ROLE ${role}`);
    },
  };
}

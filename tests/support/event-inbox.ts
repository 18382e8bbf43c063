import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepOwnCa } from '@/scripts/lib/own-ca.mjs';
import { readBodyOf } from './local-gateway';

export interface ReceivedEvent {
  path: string;
  headers: Record<string, string>;
  /** The raw bytes, and what they say. */
  bytes: Uint8Array;
  event: { id: string; source: string; type: string; data: Record<string, string> };
}

export interface EventInbox {
  /** https://localhost:… */
  origin: string;
  /** Where the authority lies that vouches for it. */
  caFile: string;
  /** What the next events are answered; then 204. */
  statuses: number[];
  /** Waits until so many events that contain the text have come: oldest first, repeats included. */
  about(text: string, count: number): Promise<ReceivedEvent[]>;
  close(): Promise<void>;
}

/** An https server on this machine that takes events and keeps them. */
export async function openEventInbox(): Promise<EventInbox> {
  const dir = await mkdtemp(join(tmpdir(), 'inbox-'));
  const { caFile, keyFile, certFile } = await keepOwnCa(join(dir, 'ca'));
  const [key, cert] = await Promise.all([readFile(keyFile), readFile(certFile)]);
  const kept: ReceivedEvent[] = [];
  const waiting = new Set<() => void>();
  const statuses: number[] = [];
  const server = createServer({ key, cert }, async (request, response) => {
    const bytes = await readBodyOf(request);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    kept.push({
      path: request.url ?? '',
      headers: Object.fromEntries(headers),
      bytes,
      event: JSON.parse(Buffer.from(bytes).toString('utf8')),
    });
    response.writeHead(statuses.shift() ?? 204).end();
    for (const look of waiting) look();
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    caFile,
    statuses,
    about: (text, count) =>
      new Promise((resolve) => {
        const look = () => {
          const found = kept.filter(({ bytes }) => Buffer.from(bytes).includes(text));
          if (found.length < count) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

import { readBodyOf, startLocalGateway } from './local-gateway';

export interface ToldNotice {
  body: Buffer;
  headers: Record<string, string>;
}

export interface NoticeInbox {
  origin: string;
  /** Resolves when this many notices that contain the text have come. */
  about(text: string, count: number): Promise<ToldNotice[]>;
  close(): Promise<void>;
}

/** An address that acknowledges and keeps every notice, whatever its path. */
export async function openNoticeInbox(): Promise<NoticeInbox> {
  const kept: ToldNotice[] = [];
  const waiting = new Set<() => void>();
  const server = await startLocalGateway(async (request, response) => {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    kept.push({ body: await readBodyOf(request), headers: Object.fromEntries(headers) });
    response.end('ok');
    for (const look of waiting) look();
  });
  return {
    origin: server.origin,
    about: (text, count) =>
      new Promise((resolve) => {
        const look = () => {
          const found = kept.filter(({ body }) => body.includes(text));
          if (found.length < count) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => server.close(),
  };
}

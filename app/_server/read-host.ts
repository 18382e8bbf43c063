import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { cookieIn } from '@/lib/auth/own-cookies';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import { type Asked, type HostScript, hostOf, hostScriptOf } from './request-host';

/** What the shopper's page runs in, once per request. */
export const readHost = cache(async (): Promise<HostFacts> => hostOf(await asked()));

/** The script that belongs to what the page runs in, if any. */
export const readHostScript = cache(
  async (): Promise<HostScript | undefined> => hostScriptOf(await asked()),
);

/** What this browser's bridge said before, as it was kept. */
export const readBridgeAnswer = cache(
  async (): Promise<string | null> => (await asked()).cookie('host') ?? null,
);

const asked = cache(async (): Promise<Asked> => {
  const [sent, kept] = await Promise.all([headers(), cookies()]);
  return {
    header: (name) => sent.get(name),
    cookie: (kind) => cookieIn(kind, (name) => kept.get(name)?.value),
  };
});

import { readHostWord } from '@/components/cashier/host-word';
import { type Env, env } from '@/lib/core/env';
import { hostFacts } from '@/lib/methods/payer-host';
import type { HostFacts } from '@/lib/methods/quickpass-surface';

export const DEMO_PHONES = ['installed-in', 'installed-out', 'none', 'in-app'] as const;
export type DemoPhone = (typeof DEMO_PHONES)[number];

type Settings = Pick<Env, 'CASHIER_ENV' | 'SANDBOX_ORIGIN' | 'UPSDK_URL'>;

/** A request's headers and cookies, however the caller comes by them. */
export interface Asked {
  header(name: string): string | null;
  cookie(kind: 'host' | 'demoPhone'): string | undefined;
}

/** The one script of somebody else's that a page may run: the simulator's bridge, or UnionPay's own. */
export interface HostScript {
  kind: 'bridge' | 'upsdk';
  url: string;
}

/** What the shopper's page runs in. */
export function hostOf({ header, cookie }: Asked, settings: Settings = env()): HostFacts {
  const bridge = readHostWord(cookie('host'));
  const phone = demoPhoneOf({ cookie }, settings);
  return hostFacts({
    userAgent: phone === 'in-app' ? '(UnionPay/1.0 CloudPay)' : header('user-agent'),
    mobileHint: header('sec-ch-ua-mobile'),
    // The handset that the simulator plays is an Android phone, whatever it is played on.
    platformHint: phone ? '"Android"' : header('sec-ch-ua-platform'),
    ...(bridge ? { bridge } : {}),
  });
}

/** The handset that a person at a desk chose on the simulator's page; nothing where money is real. */
export function demoPhoneOf(
  { cookie }: Pick<Asked, 'cookie'>,
  { CASHIER_ENV, SANDBOX_ORIGIN }: Settings = env(),
): DemoPhone | undefined {
  if (CASHIER_ENV === 'production' || !SANDBOX_ORIGIN) return undefined;
  return DEMO_PHONES.find((phone) => phone === cookie('demoPhone'));
}

/** UnionPay's script inside its app only; the simulator's only on a phone that it plays. */
export function hostScriptOf(asked: Asked, settings: Settings = env()): HostScript | undefined {
  const { SANDBOX_ORIGIN, UPSDK_URL } = settings;
  if (hostOf(asked, settings).container === 'unionpay_app')
    return { kind: 'upsdk', url: UPSDK_URL };
  const phone = demoPhoneOf(asked, settings);
  return phone && { kind: 'bridge', url: `${SANDBOX_ORIGIN}/phone/host.js?state=${phone}` };
}

import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import type { Locale } from '@/components/ui/locale';
import { readKept } from '@/lib/auth/kept-cookie';
import { chooseLocale } from './choose-locale';

/** One namespace per area; each is a file of its own in app/_messages/<locale>/. */
const NAMESPACES = [
  'common',
  'cashier',
  'cashierCards',
  'cashierCarrier',
  'cashierStatus',
  'words',
  'receipt',
  'claim',
  'refunds',
  'carriers',
  'carrierStatements',
  'signIn',
  'staff',
  'subscriptions',
  'wallet',
  'webhooks',
  'payments',
  'paymentLinks',
  'testMode',
  'members',
  'merchant',
  'merchantFigures',
  'office',
  'officeCarriers',
  'officeAudit',
  'officeBreakers',
  'officeCase',
  'officeOrders',
  'officeQueues',
  'demo',
  'docs',
  'developers',
  'goingLive',
] as const;

const kept = new Map<Locale, Promise<Record<string, unknown>>>();

/** All words of a language: part of the build, so put together once. */
function messagesOf(locale: Locale): Promise<Record<string, unknown>> {
  const messages = kept.get(locale) ?? readMessages(locale);
  kept.set(locale, messages);
  return messages;
}

async function readMessages(locale: Locale): Promise<Record<string, unknown>> {
  const entries = NAMESPACES.map(async (name) => {
    const file: { default: unknown } = await import(
      `@/app/_messages/${locale}/${fileOf(name)}.json`
    );
    return [name, file.default] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

const fileOf = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** next-intl's request configuration: the language is the reader's, never part of the address. */
export default getRequestConfig(async () => {
  const locale = chooseLocale({
    cookie: await readKept('locale'),
    acceptLanguage: (await headers()).get('accept-language'),
  });
  return { locale, messages: await messagesOf(locale), timeZone: 'Asia/Shanghai' };
});

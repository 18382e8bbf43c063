import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadCashier } from '@/app/_server/load-cashier';
import {
  findCheckedPhone,
  isRememberedPhone,
  rememberedPhoneMasked,
} from '@/app/_server/payer-phone';
import { PhoneScreen } from './phone-screen';

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Partial<Record<'change' | 'again' | 'done', string | string[]>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cashierCarrier'))('title') };
}

export default async function PhonePage({ params, searchParams }: Props) {
  const [{ token }, query] = await Promise.all([params, searchParams]);
  const view = await loadCashier(token);
  const offered = view.offers.some(({ method, available }) => method === 'carrier' && available);
  if (!offered) redirect(`/pay/${token}`);
  const [checked, remembered] = await Promise.all([
    query.change === '1' ? undefined : findCheckedPhone(token),
    rememberedPhoneMasked(),
  ]);
  return (
    <PhoneScreen
      view={view}
      token={token}
      checked={checked}
      remembered={remembered}
      isRemembered={checked !== undefined && (await isRememberedPhone(checked.phone))}
      told={query}
    />
  );
}

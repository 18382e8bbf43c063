import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadCashier } from '@/app/_server/load-cashier';
import { readHost } from '@/app/_server/read-host';
import { askedAmount } from '@/components/cashier/asked-amount';
import { showsQr } from '@/components/cashier/screen';
import { formatMoney } from '@/lib/money/format-money';
import { QrScreen } from './qr-screen';
import { WayScreen } from './way-screen';
import { wayWords } from './way-words';

type Params = { params: Promise<{ token: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const view = await loadCashier((await params).token);
  if (showsQr(view)) return { title: (await getTranslations('cashier.qr'))('title') };
  const way = view.live && (await wayWords(view.live, formatMoney(askedAmount(view))));
  return { title: way?.title ?? '' };
}

/** On the way to where it is paid: a QR code here, the channel's page or the host elsewhere. */
export default async function GoPage({ params }: Params) {
  const { token } = await params;
  const view = await loadCashier(token);
  const { live } = view;
  if (live && showsQr(view)) {
    const onPhone = (await readHost()).screen === 'mobile';
    return <QrScreen view={view} live={live} token={token} onPhone={onPhone} />;
  }
  const step = live?.nextStep?.type;
  const elsewhere = step === 'post-form' || step === 'redirect' || step === 'launch-control';
  // A host that has answered has had its turn: from here on it is UnionPay's word that counts.
  const answered = step === 'launch-control' && live?.hostResult !== null;
  // In doubt nobody is sent on: the order's page asks first. A host that is open is waited for.
  const unsure = live?.state === 'unknown' && step !== 'launch-control';
  if (!live?.here || !elsewhere || answered || unsure) redirect(`/pay/${token}`);
  return <WayScreen view={view} live={live} token={token} />;
}

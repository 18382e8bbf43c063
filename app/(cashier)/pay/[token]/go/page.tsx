import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadCashier } from '@/app/_server/load-cashier';
import { readHost } from '@/app/_server/read-host';
import { QrStep } from '@/components/cashier/qr-step';
import { showsQr } from '@/components/cashier/screen';
import { askAction, switchAction } from '../actions';
import { CashierScreen } from '../cashier-screen';
import { renewQrAction } from '../qr-action';
import { OnTheWay } from './on-the-way';

type Params = { params: Promise<{ token: string }> };

const QR_ACTIONS = { renew: renewQrAction, ask: askAction, change: switchAction };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const t = await getTranslations('cashier');
  const qr = showsQr(await loadCashier((await params).token));
  return { title: qr ? t('qr.title') : t('go.title') };
}

/** On the way to where it is paid: a QR code here, the channel's page or the host elsewhere. */
export default async function GoPage({ params }: Params) {
  const { token } = await params;
  const view = await loadCashier(token);
  const { live } = view;
  if (live && showsQr(view)) {
    const onPhone = (await readHost()).screen === 'mobile';
    return (
      <CashierScreen view={view} token={token}>
        <QrStep view={view} live={live} token={token} onPhone={onPhone} actions={QR_ACTIONS} />
      </CashierScreen>
    );
  }
  const step = live?.nextStep?.type;
  const elsewhere = step === 'post-form' || step === 'redirect' || step === 'launch-control';
  // A host that has answered has had its turn: from here on it is UnionPay's word that counts.
  const answered = step === 'launch-control' && live?.hostResult !== null;
  if (!live || !elsewhere || answered) redirect(`/pay/${token}`);
  return (
    <CashierScreen view={view} token={token}>
      <OnTheWay view={view} live={live} token={token} />
    </CashierScreen>
  );
}

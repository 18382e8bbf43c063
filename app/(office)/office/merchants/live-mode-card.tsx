import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { mayDo, type StaffRole } from '@/lib/core/staff-permissions';
import { findTwin } from '@/lib/merchants/find-twin';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { LiveModeForm } from './live-mode-form';

/** Whether this merchant takes real payments, and how it may begin to. */
export async function LiveModeCard({ merchantId, role }: { merchantId: string; role: StaffRole }) {
  const [t, staff, merchant, twin] = await Promise.all([
    getTranslations('testMode.office'),
    getTranslations('staff'),
    getMerchant(merchantId),
    findTwin(merchantId),
  ]);
  const live = merchant.mode === 'live' ? merchant : twin;
  return (
    <Card className="grid gap-4">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{live?.isOpen ? t('isOpen') : t('lead')}</p>
      </div>
      {live?.isOpen || !mayDo(role, 'contract.change') ? null : (
        <LiveModeForm
          merchantId={merchantId}
          words={{
            why: t('why'),
            code: staff('yourCode'),
            submit: t('submit'),
            pending: t('pending'),
            broken: t('broken'),
          }}
        />
      )}
    </Card>
  );
}

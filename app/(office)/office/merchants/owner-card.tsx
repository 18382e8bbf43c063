import { getTranslations } from 'next-intl/server';
import { invitationWords } from '@/app/(auth)/members/invitation-words';
import { Card } from '@/components/ui/card';
import { mayDo, type StaffRole } from '@/lib/core/staff-permissions';
import { OwnerForm } from './owner-form';

/** How a merchant gets its first owner, or another one when nobody there can sign in any more. */
export async function OwnerCard({ merchantId, role }: { merchantId: string; role: StaffRole }) {
  if (!mayDo(role, 'contract.change')) return null;
  const t = await getTranslations('members');
  return (
    <Card className="grid gap-2">
      <h2 className="text-lg font-semibold">{t('owner.title')}</h2>
      <p className="text-sm text-soft">{t('owner.lead')}</p>
      <OwnerForm
        merchant={{ id: merchantId }}
        words={{ ...(await invitationWords()), open: t('owner.open') }}
      />
    </Card>
  );
}

/** How somebody becomes a merchant: taken on by the office, and joined by the link that its owner gets. */
export async function NewMerchantCard({ role }: { role: StaffRole }) {
  if (!mayDo(role, 'contract.change')) return null;
  const t = await getTranslations('members.newMerchant');
  return (
    <Card className="grid gap-2">
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <p className="text-sm text-soft">{t('lead')}</p>
      <OwnerForm
        merchant={{ name: t('name'), nameEn: t('nameEn') }}
        words={{ ...(await invitationWords()), open: t('open'), email: t('email') }}
      />
    </Card>
  );
}

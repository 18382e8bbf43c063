import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { MERCHANT_ROLES } from '@/lib/core/merchant-permissions';

/** What each role may do, for whoever gives it. */
export async function RolesCard() {
  const t = await getTranslations('members');
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('roles')}</h2>
      <DescriptionList
        items={MERCHANT_ROLES.map((role) => ({
          term: t(`role.${role}`),
          detail: t(`does.${role}`),
        }))}
      />
    </Card>
  );
}

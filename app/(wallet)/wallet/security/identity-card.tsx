import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { CurrentUser } from '@/lib/auth/user';
import type { Wallet } from '@/lib/wallets/wallet';

/** Who the wallet belongs to, no more of it than its owner needs to recognise. */
export async function IdentityCard({ user, wallet }: { user: CurrentUser; wallet: Wallet }) {
  const t = await getTranslations('wallet.security');
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('identity')}</h2>
      <DescriptionList
        items={[
          { term: t('name'), detail: wallet.person.nameMasked },
          { term: t('idNo'), detail: wallet.person.idNoMasked },
          { term: t('phone'), detail: user.phoneMasked },
          { term: t('class'), detail: t('classOf', { class: wallet.quota.class }) },
          { term: t('sources'), detail: t('sourcesOf', { count: wallet.person.sources }) },
        ]}
      />
    </Card>
  );
}

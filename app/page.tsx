import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { demoShop } from '@/lib/demo/shop';
import { PageFrame } from './_server/page-frame';

const DOORS = [
  { key: 'demo', href: '/demo', variant: 'primary' },
  { key: 'signIn', href: '/sign-in', variant: 'secondary' },
  { key: 'docs', href: '/docs', variant: 'secondary' },
] as const;

export default async function StartPage() {
  const t = await getTranslations('common');
  // With real money there is no demo shop, and no door to it.
  const doors = DOORS.filter(({ key }) => key !== 'demo' || demoShop());
  return (
    <PageFrame brand={t('product')}>
      <div className="grid gap-3 pt-10 pb-8 text-center">
        <h1 className="text-2xl font-bold">{t('home.title')}</h1>
        <p className="mx-auto max-w-lg text-soft">{t('home.lead')}</p>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        {doors.map(({ key, href, variant }) => (
          <Card key={key} className="flex flex-col gap-4">
            <div className="flex-1">
              <h2 className="text-lg font-semibold">{t(`home.${key}.title`)}</h2>
              <p className="mt-1 text-soft">{t(`home.${key}.body`)}</p>
            </div>
            <LinkButton href={href} variant={variant} block>
              {t(`home.${key}.open`)}
            </LinkButton>
          </Card>
        ))}
      </div>
    </PageFrame>
  );
}

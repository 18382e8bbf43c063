import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FocusedNotice } from '@/components/cashier/focused-notice';
import { LinkButton } from '@/components/ui/link-button';
import { TextLink } from '@/components/ui/text-link';
import { listOwnCards } from '@/lib/payments/list-own-cards';
import { CardPage } from './card-page';
import { loadHolder } from './load-holder';
import { orderMerchant } from './order-merchant';
import { OwnCards } from './own-cards';

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cashierCards.manage'))('title') };
}

export default async function CardsPage({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, searchParams]);
  const { view, userId } = await loadHolder(token, 'cards');
  const { merchantId } = await orderMerchant(token);
  const cards = await listOwnCards({ merchantId, userId });
  const [t, locale] = await Promise.all([getTranslations('cashierCards'), getLocale()]);
  const merchant =
    locale === 'en' ? view.merchant.nameEn || view.merchant.name : view.merchant.name;
  const choosing = view.offers.some(({ method, available }) => method === 'card' && available);
  return (
    <CardPage
      view={view}
      token={token}
      title={t('manage.title')}
      lead={t('manage.lead', { merchant })}
    >
      {done === 'unbound' ? <FocusedNotice tone="ok">{t('manage.unbound')}</FocusedNotice> : null}
      <OwnCards cards={cards} token={token} locale={locale} />
      {choosing ? (
        <LinkButton href={`/pay/${token}/cards/new`} variant="secondary" block>
          {t('choose.add')}
        </LinkButton>
      ) : null}
      <p className="text-center text-sm">
        <TextLink href={`/pay/${token}/cards/terms`}>{t('new.terms')}</TextLink>
      </p>
    </CardPage>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type Query, readQuery } from '@/app/_server/read-query';
import { PhoneForm } from '@/app/(auth)/sign-in/phone-form';
import { Card } from '@/components/ui/card';
import { maskPhone } from '@/lib/auth/rules';
import { readSubscriber } from '@/lib/auth/subscriber-cookie';
import { subscriptionIdSchema } from '@/lib/subscriptions/schema';
import { requestCodeAction } from './actions';
import { OwnSubscriptions } from './own-subscriptions';
import { SubscriptionsFrame } from './subscriptions-frame';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscriptions.own'))('title') };
}

export default async function SubscriptionsPage({ searchParams }: { searchParams: Query }) {
  const t = await getTranslations('subscriptions.own');
  const subscriber = await readSubscriber();
  if (subscriber?.proved) {
    const { phone } = subscriber;
    const { cancelled } = await readQuery(searchParams, { cancelled: subscriptionIdSchema });
    return (
      <SubscriptionsFrame title={t('title')} lead={t('of', { phone: maskPhone(phone) })}>
        <OwnSubscriptions phone={phone} cancelled={cancelled} />
      </SubscriptionsFrame>
    );
  }
  const words = {
    phone: t('phone'),
    phoneHint: t('phoneHint'),
    submit: t('getCode'),
    pending: t('sending'),
    broken: t('broken'),
  };
  return (
    <SubscriptionsFrame title={t('title')} lead={t('lead')}>
      <Card>
        <PhoneForm action={requestCodeAction} words={words} />
      </Card>
    </SubscriptionsFrame>
  );
}

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '@/app/(auth)/code-form';
import { Card } from '@/components/ui/card';
import { maskPhone } from '@/lib/auth/rules';
import { checkCodeAction } from '../actions';
import { askedPhone } from '../subscriber';
import { SubscriptionsFrame } from '../subscriptions-frame';
import { OtherWays } from './other-ways';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscriptions.own'))('codeTitle') };
}

export default async function SubscriptionsCodePage() {
  const t = await getTranslations('subscriptions.own');
  const phone = maskPhone(await askedPhone());
  const words = {
    code: t('code'),
    codeHint: t('codeHint'),
    submit: t('show'),
    pending: t('checking'),
    broken: t('broken'),
  };
  return (
    <SubscriptionsFrame title={t('codeTitle')} lead={t('sentTo', { phone })}>
      <Card>
        <CodeForm action={checkCodeAction} words={words} />
      </Card>
      <OtherWays />
    </SubscriptionsFrame>
  );
}

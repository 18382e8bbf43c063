import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageFrame } from '@/app/_server/page-frame';
import { Card } from '@/components/ui/card';
import { findInvitation } from '@/lib/auth/find-invitation';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { JoinForm } from './join-form';
import { joinWords } from './join-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('join.title'), robots: { index: false } };
}

/** Behind the link of an invitation: who joins names themselves and chooses a password. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations('members');
  const invitation = await findInvitation(token);
  if (!invitation) return <Frame title={t('join.over')} lead={t('join.overLead')} />;
  const { merchantId, email, merchantRole } = invitation;
  const merchant = await getMerchant(merchantId);
  const shop = (await getLocale()) === 'en' ? merchant.nameEn : merchant.name;
  return (
    <Frame
      title={t('join.lead', { shop })}
      lead={t('join.as', { email, role: t(`role.${merchantRole}`) })}
    >
      <Card className="grid gap-4">
        <p className="text-sm text-soft">{t(`does.${merchantRole}`)}</p>
        <JoinForm token={token} email={email} words={joinWords(t)} />
      </Card>
    </Frame>
  );
}

async function Frame({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children?: ReactNode;
}) {
  const t = await getTranslations('common');
  return (
    <PageFrame brand={t('product')} width="narrow">
      <div className="grid gap-2 pt-6 pb-5">
        <h1 className="text-2xl font-bold">{title}</h1>
        <p className="wrap-anywhere text-soft">{lead}</p>
      </div>
      {children}
    </PageFrame>
  );
}

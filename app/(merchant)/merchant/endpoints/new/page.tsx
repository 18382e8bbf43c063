import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { Card } from '@/components/ui/card';
import { MerchantFrame } from '../../merchant-frame';
import { BackToEndpoints } from '../back-to-endpoints';
import { endpointWords } from '../endpoint-words';
import { NewEndpointForm } from './new-endpoint-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developers.endpoints'))('add') };
}

export default async function NewEndpointPage() {
  const { user } = await requireMember('/merchant/endpoints/new', 'endpoint.change');
  const t = await getTranslations('developers.endpoints');
  return (
    <MerchantFrame
      page="endpoints"
      user={user}
      crumbs={<BackToEndpoints />}
      title={t('add')}
      lead={t('addLead')}
    >
      <Card className="max-w-2xl">
        <NewEndpointForm
          words={{
            ...(await endpointWords()),
            submit: t('addSubmit'),
            done: t('done.created'),
            open: t('open'),
            copy: t('copy'),
            copied: t('copied'),
          }}
        />
      </Card>
    </MerchantFrame>
  );
}

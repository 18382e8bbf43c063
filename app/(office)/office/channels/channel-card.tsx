import { getLocale, getTranslations } from 'next-intl/server';
import { staffHere } from '@/app/_server/staff';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import type { ContractChannel } from '@/lib/contracts/contract';
import { listContracts } from '@/lib/contracts/list-contracts';
import { listMerchantNames } from '@/lib/merchants/list-merchant-names';
import { CertificateFacts } from './certificate-facts';
import { ContractCard } from './contract-card';

/** Under what terms payments run on one channel: all merchants', then those of merchants of their own. */
export async function ChannelCard({
  channel,
  after,
  mayChange,
}: {
  channel: ContractChannel;
  after?: string;
  mayChange: boolean;
}) {
  const t = await getTranslations('office');
  const { shared, own, next } = await listContracts({ channel, after, by: await staffHere() });
  const names = await listMerchantNames(own.flatMap(({ merchantId }) => merchantId ?? []));
  const language = (await getLocale()) === 'en' ? 'en' : 'zh';
  return (
    <Card className="grid gap-5">
      <h2 className="text-lg font-semibold">{t(`channel.${channel}`)}</h2>
      <CertificateFacts channel={channel} />
      <ContractCard contract={shared} party={t('channels.everyMerchant')} mayChange={mayChange} />
      {mayChange ? (
        <p>
          <LinkButton href={`/office/channels/new?channel=${channel}`} variant="secondary">
            {t('channels.add')}
          </LinkButton>
        </p>
      ) : null}
      {own.map((contract) => (
        <ContractCard
          key={contract.id}
          contract={contract}
          mayChange={mayChange}
          party={names.get(contract.merchantId ?? '')?.[language] ?? contract.merchantId ?? ''}
        />
      ))}
      {next || after ? (
        <p className="flex flex-wrap gap-2">
          {after ? (
            <LinkButton href="/office/channels" variant="quiet">
              {t('channels.first')}
            </LinkButton>
          ) : null}
          {next ? (
            <LinkButton href={`/office/channels?of=${channel}&after=${next}`} variant="quiet">
              {t('channels.more')}
            </LinkButton>
          ) : null}
        </p>
      ) : null}
    </Card>
  );
}

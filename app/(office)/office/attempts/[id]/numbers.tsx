import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { TextLink } from '@/components/ui/text-link';
import { getChannelContract } from '@/lib/contracts/get-channel-contract';
import type { Order } from '@/lib/orders/order';
import type { AttemptDetail } from '@/lib/payments/found-attempt';

/** Every number that anybody may quote, and under which contract it ran. */
export async function Numbers({ attempt, order }: { attempt: AttemptDetail; order: Order }) {
  const t = await getTranslations('office.attempt');
  const { channel, contractId, tn, channelRef, agreementId } = attempt;
  const code = (text: string) => <code className="font-mono text-xs break-all">{text}</code>;
  const search = (text: string) => (
    <TextLink href={`/office/attempts?q=${encodeURIComponent(text)}`}>{code(text)}</TextLink>
  );
  const contract = channel === 'balance' ? null : await getChannelContract(contractId, channel);
  return (
    <Card className="grid gap-4">
      <h2 className="text-lg font-semibold">{t('numbers')}</h2>
      <div className="grid gap-x-12 gap-y-2.5 lg:grid-cols-2">
        <DescriptionList
          items={[
            { term: t('order'), detail: search(order.merchantOrderNo) },
            {
              term: t('orderId'),
              detail: <TextLink href={`/office/orders/${order.id}`}>{code(order.id)}</TextLink>,
            },
            { term: t('id'), detail: code(attempt.id) },
            ...(agreementId ? [{ term: t('agreementId'), detail: search(agreementId) }] : []),
          ]}
        />
        {contract ? (
          <DescriptionList
            items={[
              { term: t('channelOrderNo'), detail: code(attempt.channelOrderNo) },
              { term: t('channelRef'), detail: channelRef ? code(channelRef) : t('none') },
              ...(tn ? [{ term: t('tn'), detail: code(tn) }] : []),
              { term: t('merchantNo'), detail: code(contract.merchantNo) },
              { term: t('access'), detail: t(`accessType.${contract.access.type}`) },
              { term: t('contract'), detail: contractId ? code(contractId) : t('fromSettings') },
            ]}
          />
        ) : null}
      </div>
    </Card>
  );
}

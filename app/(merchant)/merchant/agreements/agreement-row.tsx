import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Moment } from '@/components/ui/moment';
import type { MerchantAgreement } from '@/lib/agreements/merchant-agreement';
import { EndForm } from './end-form';

/** One card: which, whose customer's, since when, and the way to unbind it for who may. */
export async function AgreementRow({
  agreement,
  mayEnd,
}: {
  agreement: MerchantAgreement;
  mayEnd: boolean;
}) {
  const t = await getTranslations('merchant.agreements');
  const words = await getTranslations('payments.cardType');
  const { id, bank, cardTail: tail, state, activatedAt, endedAt, customerReference } = agreement;
  const card = t('tail', { bank: (await getLocale()) === 'en' ? bank.en : bank.zh, tail });
  const active = state === 'active';
  return (
    <li className="grid gap-1 px-5 py-3.5 sm:px-6">
      <p className="flex flex-wrap items-center gap-x-2 font-medium">
        {card}
        <Badge>{words(agreement.cardType)}</Badge>
        <Badge tone={active ? 'ok' : 'neutral'}>{active ? t('active') : t('endedState')}</Badge>
      </p>
      <p className="text-sm break-all text-soft">
        {t('customer')} {customerReference ?? t('customerNone')}
      </p>
      <p className="flex flex-wrap gap-x-4 text-sm text-soft">
        {activatedAt ? (
          <span>
            {t('since')} <Moment at={activatedAt} />
          </span>
        ) : null}
        {endedAt ? (
          <span>
            {t('endedState')} <Moment at={endedAt} />
          </span>
        ) : null}
      </p>
      <code className="font-mono text-xs break-all text-faint">{id}</code>
      {active && mayEnd ? (
        <EndForm
          agreementId={id}
          words={{
            end: t('end'),
            endThis: t('endThis', { card }),
            lead: t('endLead'),
            confirm: t('endConfirm'),
            pending: t('ending'),
            broken: t('broken'),
          }}
        />
      ) : null}
    </li>
  );
}

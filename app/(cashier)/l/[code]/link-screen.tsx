import { getTranslations } from 'next-intl/server';
import { ReaderTools } from '@/app/_server/page-frame';
import { LinkFrame } from '@/components/cashier/link-frame';
import { PageUpdated } from '@/components/cashier/page-updated';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PlainForm } from '@/components/wallet/plain-form';
import { formatMoney } from '@/lib/money/format-money';
import { sameMoney } from '@/lib/money/money';
import type { LinkPage } from '@/lib/payment-links/get-link-page';
import { openLinkAction } from './actions';
import { LinkOver } from './link-over';

/** The way into an order; where there is none, why not. An open amount is typed here, and bounded on the server. */
export async function LinkScreen({
  page,
  code,
  formKey,
  updated,
}: {
  page: LinkPage;
  code: string;
  formKey: string;
  /** The last press came from an earlier build's page, and did nothing. */
  updated: boolean;
}) {
  const t = await getTranslations('paymentLinks.pay');
  const { link, merchant, standing, ownOrder } = page;
  const fixed = sameMoney(link.least, link.most);
  // The use that is left is this very browser's.
  const ownHolds = standing === 'busy' && ownOrder !== null;
  const range = t('range', { least: formatMoney(link.least), most: formatMoney(link.most) });
  const amount = { name: 'amount', kind: 'amount', label: t('amount'), hint: range } as const;
  return (
    <LinkFrame
      merchant={merchant}
      subject={link.subject}
      amount={fixed ? link.least : undefined}
      titled={standing === 'open' || ownHolds}
      tools={<ReaderTools />}
    >
      {updated ? <PageUpdated /> : null}
      {ownOrder ? (
        <Card className="grid gap-3">
          <div>
            <p className="font-semibold">{t('own.title')}</p>
            <p className="text-sm text-soft">{t('own.body')}</p>
          </div>
          <LinkButton
            href={`/pay/${ownOrder}`}
            variant={standing === 'open' ? 'secondary' : 'primary'}
            block
          >
            {t('own.open')}
          </LinkButton>
        </Card>
      ) : null}
      {standing === 'open' ? (
        <Card>
          <PlainForm
            action={openLinkAction}
            hidden={{ code, formKey }}
            fields={fixed ? [] : [amount]}
            refusals={{ payment_link_amount: 'amount' }}
            words={{
              submit: fixed ? t('payFixed', { amount: formatMoney(link.least) }) : t('pay'),
              pending: t('pending'),
              broken: t('broken'),
            }}
            footnote={t('next')}
          />
        </Card>
      ) : ownHolds ? null : (
        <LinkOver how={standing} />
      )}
    </LinkFrame>
  );
}

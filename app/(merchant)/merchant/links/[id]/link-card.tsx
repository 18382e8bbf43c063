import { getTranslations } from 'next-intl/server';
import { CopyLink } from '@/components/cashier/copy-link';
import { QrCode } from '@/components/cashier/qr-code';
import {
  LinkAmount,
  LinkEnd,
  LinkStateBadge,
  LinkUses,
} from '@/components/merchant/payment-link-words';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import type { PaymentLink, Uses } from '@/lib/payment-links/payment-link';
import { linkAddress } from '@/lib/payment-links/present-payment-link';
import { SwitchForm } from './switch-form';

/** What the link is, its code and address, and what can be done with it. */
export async function LinkCard({
  link,
  mayChange,
}: {
  link: PaymentLink & { uses: Uses };
  mayChange: boolean;
}) {
  const t = await getTranslations('paymentLinks');
  const address = linkAddress(link);
  const active = link.state === 'active';
  return (
    <Card className="grid gap-6 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <div className="grid max-w-48 content-start gap-3">
        <QrCode content={address} label={t('code')} />
        <LinkButton href={`/merchant/links/${link.id}/sheet`} variant="secondary">
          {t('sheet.open')}
        </LinkButton>
      </div>
      <div className="grid content-start gap-5">
        <DescriptionList
          items={[
            { term: t('state'), detail: <LinkStateBadge link={link} /> },
            { term: t('amount'), detail: <LinkAmount link={link} /> },
            { term: t('goods'), detail: t(`new.goods.${link.goods}`) },
            { term: t('uses'), detail: <LinkUses link={link} /> },
            { term: t('ends'), detail: <LinkEnd link={link} /> },
            { term: t('returnUrl'), detail: link.returnUrl ?? t('noReturnUrl') },
            { term: t('address'), detail: <code className="text-xs">{address}</code> },
          ]}
        />
        <div className="flex flex-wrap items-start gap-3">
          <CopyLink
            address={address}
            words={{ copy: t('copy'), copied: t('copied'), byHand: t('byHand') }}
          />
          <LinkButton href={address} target="_blank" rel="noopener" variant="quiet">
            {t('visit')}
          </LinkButton>
          {mayChange ? (
            <SwitchForm
              linkId={link.id}
              active={active}
              words={{
                submit: active ? t('stop.submit') : t('start.submit'),
                pending: t('switching'),
                broken: t('new.broken'),
              }}
            />
          ) : null}
        </div>
        <p className="text-sm text-faint">{active ? t('stop.hint') : t('start.hint')}</p>
      </div>
    </Card>
  );
}

import { useTranslations } from 'next-intl';
import { MerchantTile } from '@/components/cashier/merchant-tile';
import { QrCode } from '@/components/cashier/qr-code';
import { useMerchantName } from '@/components/cashier/use-merchant-name';
import { TestModeBanner } from '@/components/payments/test-mode-banner';
import { accentProperties } from '@/components/ui/accent';
import type { Merchant } from '@/lib/merchants/merchant';
import { sameMoney } from '@/lib/money/money';
import type { PaymentLink } from '@/lib/payment-links/payment-link';
import { LinkAmount, LinkEnd } from './payment-link-words';

/** What is printed: whom to pay, for what, the code, and how. Dark on white on paper and screen alike. */
export function LinkSheet({
  link,
  address,
  merchant,
}: {
  link: PaymentLink;
  address: string;
  merchant: Merchant;
}) {
  const t = useTranslations('paymentLinks.sheet');
  const name = useMerchantName(merchant);
  const fixed = sameMoney(link.least, link.most);
  return (
    <article
      className="accented receipt-a4 receipt-sheet grid grid-cols-1 justify-items-center gap-5 rounded-card border border-line bg-card p-5 text-center sm:p-8 break-inside-avoid print:border-0"
      style={accentProperties(merchant.accentColor)}
    >
      <TestModeBanner mode={merchant.mode} />
      <div className="flex items-center gap-3">
        <MerchantTile name={name} logo={merchant.logo} />
        <p className="text-xl font-bold">{name}</p>
      </div>
      <h1 className="text-2xl font-bold text-balance">{link.subject}</h1>
      {fixed ? (
        <p className="text-2xl font-bold tabular-nums">
          <LinkAmount link={link} />
        </p>
      ) : null}
      <div className="w-full max-w-72">
        <QrCode content={address} label={t('code')} />
      </div>
      <p className="text-lg">{fixed ? t('how') : t('howOpen')}</p>
      {link.expiresAt ? (
        <p className="text-sm text-soft">
          {t('until')} <LinkEnd link={link} />
        </p>
      ) : null}
      <p className="text-xs break-all text-faint">{address}</p>
    </article>
  );
}

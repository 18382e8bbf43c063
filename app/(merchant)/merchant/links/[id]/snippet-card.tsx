import { getTranslations } from 'next-intl/server';
import { CopyText } from '@/components/merchant/copy-text';
import { Card } from '@/components/ui/card';
import { formatMoney } from '@/lib/money/format-money';
import { buttonSnippets } from '@/lib/payment-links/button-snippets';
import type { PaymentLink } from '@/lib/payment-links/payment-link';
import { linkAddress } from '@/lib/payment-links/present-payment-link';
import { isFixed } from '@/lib/payment-links/rules';

/** HTML to paste into a page of the merchant's: a link or a form, nothing that needs a script. */
export async function SnippetCard({ link }: { link: PaymentLink }) {
  const t = await getTranslations('paymentLinks.snippet');
  const label = isFixed(link) ? t('payFixed', { amount: formatMoney(link.least) }) : t('pay');
  const snippets = buttonSnippets({ address: linkAddress(link), label });
  return (
    <Card className="grid gap-5">
      <div className="grid gap-1">
        <h2 className="text-lg font-semibold">{t('title')}</h2>
        <p className="text-soft">{t('lead')}</p>
      </div>
      {(['link', 'form'] as const).map((kind) => (
        <CopyText
          key={kind}
          title={t(kind)}
          text={snippets[kind]}
          words={{ copy: t('copy'), copied: t('copied') }}
        />
      ))}
    </Card>
  );
}

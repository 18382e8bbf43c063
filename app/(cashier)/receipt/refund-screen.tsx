import { getLocale, getTranslations } from 'next-intl/server';
import { PageFrame } from '@/app/_server/page-frame';
import type { FormAction } from '@/components/cashier/use-kept-form';
import { TestModeBanner } from '@/components/payments/test-mode-banner';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { formatMoney } from '@/lib/money/format-money';
import type { Receipt } from '@/lib/receipts/receipt';
import type { ShopperRefund } from '@/lib/refunds/get-shopper-refund';
import { RefundForm } from './refund-form';

/** Asking a shop for money back, wherever the reader has the receipt from. */
export async function RefundScreen({
  receipt: { order, merchant },
  ask: { rule, left },
  action,
  hidden,
  formKey,
  back,
}: {
  receipt: Pick<Receipt, 'order' | 'merchant'>;
  ask: ShopperRefund;
  action: FormAction;
  hidden: Record<string, string>;
  formKey: string;
  /** The receipt. */
  back: string;
}) {
  const [t, reason, common, locale] = await Promise.all([
    getTranslations('refunds.ask'),
    getTranslations('refunds.reason'),
    getTranslations('common'),
    getLocale(),
  ]);
  const name = locale === 'en' && merchant.nameEn ? merchant.nameEn : merchant.name;
  const most = formatMoney(left);
  const now = rule === 'at_once';
  return (
    <PageFrame brand={common('product')} width="narrow">
      <TestModeBanner mode={merchant.mode} />
      <div className="grid gap-2 pt-6 pb-5">
        <h1 className="text-2xl font-bold">{t('title')}</h1>
        <p className="text-soft">{t(now ? 'leadAtOnce' : 'leadAsk')}</p>
        <p className="text-sm break-words text-soft">
          {name} · {order.subject} · {t('left', { left: most })}
        </p>
      </div>
      <div className="grid gap-4">
        <Card>
          <RefundForm
            action={action}
            hidden={hidden}
            formKey={formKey}
            words={{
              howMuch: t('howMuch'),
              all: t('all', { left: most }),
              part: t('part'),
              amount: t('amount'),
              amountHint: t('amountHint'),
              why: t('why'),
              words: t('words'),
              wordsHint: t('wordsHint'),
              next: t('next'),
              checking: t('checking'),
              confirmTitle: t('confirmTitle'),
              confirmLead: t(now ? 'confirmAtOnce' : 'confirmAsk'),
              way: t(now ? 'wayAtOnce' : 'wayAsk'),
              submit: t(now ? 'submitAtOnce' : 'submitAsk', { sum: '{sum}' }),
              submitting: t('submitting'),
              change: t('change'),
              broken: t('broken'),
              offline: t('offline'),
              reason: {
                not_received: reason('not_received'),
                not_as_described: reason('not_as_described'),
                changed_mind: reason('changed_mind'),
                paid_twice: reason('paid_twice'),
                other: reason('other'),
              },
            }}
          />
        </Card>
        <p className="text-center text-sm">
          <TextLink href={back}>{t('back')}</TextLink>
        </p>
      </div>
    </PageFrame>
  );
}

import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { CashierView } from '@/lib/payments/cashier-view';
import { BackToMerchant } from './back-to-merchant';
import { CopyLink } from './copy-link';
import { MOMENT } from './time-format';

/** No way to pay can be taken here and now: what that means for the money, until when, and what to do. */
export function NoWay({
  view: { offers, order, returnUrl },
  address,
}: {
  view: CashierView;
  /** This page, for later. */
  address: string;
}) {
  const t = useTranslations('words.noWay');
  const choose = useTranslations('cashier.choose');
  const elsewhere = useTranslations('cashier.elsewhere');
  const format = useFormatter();
  // Where another browser or a phone can pay, its way out has the link already.
  const none = offers.some(({ wayOut }) => wayOut === 'open_in_browser' || wayOut === 'use_phone')
    ? 'noneHere'
    : 'none';
  const ends = offers.flatMap(({ maintenanceUntil }) => maintenanceUntil?.getTime() ?? []);
  return (
    <>
      <Notice tone="warn" title={choose(none)}>
        <p>{choose(`${none}Body`)}</p>
        <p className="font-medium">
          {t('money', { until: format.dateTime(order.expiresAt, MOMENT) })}
        </p>
        {ends.length > 0 ? (
          <p>{t('again', { time: format.dateTime(new Date(Math.min(...ends)), MOMENT) })}</p>
        ) : null}
      </Notice>
      {none === 'none' ? (
        <div className="grid gap-2.5">
          <CopyLink
            address={address}
            words={{
              copy: t('copy'),
              copied: elsewhere('copied'),
              byHand: elsewhere('byHand'),
            }}
          />
          <BackToMerchant url={returnUrl} variant="quiet" />
        </div>
      ) : null}
    </>
  );
}

import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AskLink } from '@/components/receipt/ask-link';
import { PaperChoice } from '@/components/receipt/paper-choice';
import { type Paper, ReceiptSheet } from '@/components/receipt/receipt-sheet';
import { Notice } from '@/components/ui/notice';
import { RefreshMeanwhile } from '@/components/ui/refresh-meanwhile';
import { TextLink } from '@/components/ui/text-link';
import type { Receipt } from '@/lib/receipts/receipt';
import { ClaimLinks } from './claim-links';
import { PageFrame } from './page-frame';
import { ToldNotes } from './told-notes';

const REFRESH_SECONDS = 10;

/** A receipt with what can be done with it, wherever the reader has it from. */
export async function ReceiptPage({
  receipt,
  now,
  paper,
  address,
  back,
  isPayer,
  justAsked = false,
}: {
  receipt: Receipt;
  /** By the database's clock. */
  now: Date;
  paper: Paper;
  /** This page, without its choice of paper. */
  address: string;
  back: ReactNode;
  /** Known to have paid: reads what support has written, and may ask for a refund where there is one. */
  isPayer: boolean;
  /** The page that follows asking for one. */
  justAsked?: boolean;
}) {
  const [t, ask, common] = await Promise.all([
    getTranslations('receipt'),
    getTranslations('refunds.ask'),
    getTranslations('common'),
  ]);
  return (
    <PageFrame brand={common('product')} width="narrow">
      <div className="grid gap-4">
        {justAsked ? (
          <Notice tone="ok" role="status" className="not-on-paper">
            {ask('done')}
          </Notice>
        ) : null}
        <ReceiptSheet receipt={receipt} now={now} paper={paper} isPayer={isPayer} />
        <ClaimLinks receipt={receipt} isPayer={isPayer} />
        {isPayer ? <ToldNotes orderId={receipt.order.id} audience="shopper" /> : null}
        {receipt.ask ? (
          <div className="not-on-paper">
            <AskLink href={isPayer ? `${address}/refund` : null} />
          </div>
        ) : null}
        <PaperChoice paper={paper} address={address} />
        <div className="not-on-paper grid gap-3 text-center text-sm text-soft">
          <p>
            {t('again')} <TextLink href="/receipt">{t('tracker.title')}</TextLink>
          </p>
          {back}
        </div>
      </div>
      {receipt.moving ? <RefreshMeanwhile everySeconds={REFRESH_SECONDS} /> : null}
    </PageFrame>
  );
}

/** As it is called in a list of printed files: "收据 A1 禾木小店". */
export async function receiptTitle({ order, merchant }: Receipt, locale: string): Promise<string> {
  const t = await getTranslations('receipt');
  const name = locale === 'en' && merchant.nameEn ? merchant.nameEn : merchant.name;
  return t('pdfName', { orderNo: order.merchantOrderNo, merchant: name });
}

export const readPaper = (paper: unknown): Paper => (paper === '80mm' ? '80mm' : 'a4');

export const readAsked = (asked: unknown): boolean =>
  typeof asked === 'string' && /^ref_[0-9a-z]{26}$/.test(asked);

import '@/app/receipt.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireMember } from '@/app/_server/member';
import { LinkSheet } from '@/components/merchant/link-sheet';
import { PrintButton } from '@/components/receipt/print-button';
import { LinkButton } from '@/components/ui/link-button';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { linkAddress } from '@/lib/payment-links/present-payment-link';
import { loadOwnLink } from '../load-link';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('paymentLinks.sheet'))('title') };
}

/** A sheet of paper for a counter, a door or an invoice; what surrounds it stays on the screen. */
export default async function SheetPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor } = await requireMember(`/merchant/links/${id}/sheet`, 'link.read');
  const link = await loadOwnLink(actor.merchantId, id);
  const t = await getTranslations('paymentLinks.sheet');
  return (
    <main className="mx-auto grid max-w-xl grid-cols-1 gap-6 p-4 print:max-w-none print:p-0">
      <div className="grid grid-cols-2 gap-3 print:hidden">
        <LinkButton href={`/merchant/links/${id}`} variant="quiet">
          {t('back')}
        </LinkButton>
        <PrintButton label={t('print')} />
      </div>
      <LinkSheet
        link={link}
        address={linkAddress(link)}
        merchant={await getMerchant(actor.merchantId)}
      />
    </main>
  );
}

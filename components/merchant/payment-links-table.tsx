import { useTranslations } from 'next-intl';
import { Moment } from '@/components/ui/moment';
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { PaymentLink, Uses } from '@/lib/payment-links/payment-link';
import { LinkAmount, LinkEnd, LinkStateBadge, LinkUses } from './payment-link-words';

/** A merchant's links: for what, for how much, how often used, until when. */
export function PaymentLinksTable({ links }: { links: readonly (PaymentLink & { uses: Uses })[] }) {
  const t = useTranslations('paymentLinks');
  return (
    <Table
      label={t('caption')}
      head={
        <>
          <ColumnHead>{t('subject')}</ColumnHead>
          <ColumnHead figures>{t('amount')}</ColumnHead>
          <ColumnHead>{t('uses')}</ColumnHead>
          <ColumnHead>{t('ends')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
        </>
      }
    >
      {links.map((link) => (
        <tr key={link.id} className="hover:bg-ground">
          <RowHead className="min-w-48 font-normal">
            <TextLink href={`/merchant/links/${link.id}`}>{link.subject}</TextLink>
            <span className="block text-xs text-faint">
              <Moment at={link.createdAt} />
            </span>
          </RowHead>
          <Cell figures>
            <LinkAmount link={link} />
          </Cell>
          <Cell>
            <LinkUses link={link} />
          </Cell>
          <Cell>
            <LinkEnd link={link} />
          </Cell>
          <Cell>
            <LinkStateBadge link={link} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

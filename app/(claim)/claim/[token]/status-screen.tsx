import { getTranslations } from 'next-intl/server';
import { PayeeFacts } from '@/components/claim/payee-facts';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { RefreshMeanwhile } from '@/components/ui/refresh-meanwhile';
import type { ClaimView } from '@/lib/refund-cases/claim';
import type { RefundCaseState } from '@/lib/refund-cases/states';
import { ClaimFrame } from './claim-frame';

const STATE: Record<
  RefundCaseState,
  { title: string; lead: string; at: 'review' | 'arrive' | 'all' }
> = {
  open: { title: 'reviewTitle', lead: 'review', at: 'review' },
  claimed: { title: 'reviewTitle', lead: 'review', at: 'review' },
  proposed: { title: 'reviewTitle', lead: 'review', at: 'review' },
  approved: { title: 'reviewTitle', lead: 'reviewed', at: 'arrive' },
  sent: { title: 'sentTitle', lead: 'sent', at: 'arrive' },
  paid: { title: 'paidTitle', lead: 'paid', at: 'all' },
  closed: { title: 'closedTitle', lead: 'closed', at: 'all' },
};
const REFRESH_SECONDS = 20;

/** What was named, who looks at it, and the proof once it has arrived. */
export async function StatusScreen({
  claim,
  own,
  token,
  saved = false,
}: {
  claim: ClaimView;
  own: NonNullable<ClaimView['own']>;
  token: string;
  saved?: boolean;
}) {
  const t = await getTranslations('claim');
  const { title, lead, at } = STATE[claim.caseState];
  const isMoving = claim.caseState !== 'paid' && claim.caseState !== 'closed';
  return (
    <ClaimFrame claim={claim} at={at}>
      {saved ? (
        <Notice tone="ok" role="status">
          {t('status.saved')}
        </Notice>
      ) : null}
      <Card className="grid gap-4">
        <h2 className="text-lg font-semibold">{t(`status.${title}`)}</h2>
        <p className="text-soft">{t(`status.${lead}`)}</p>
        {own.payee ? <PayeeFacts own={own} payee={own.payee} /> : null}
        {own.payee?.nameMatches === false && isMoving ? (
          <Notice tone="warn">{t('status.otherName')}</Notice>
        ) : null}
        {own.mayName ? (
          <LinkButton href={`/claim/${token}/payee`} variant="secondary" block>
            {t('payee.change')}
          </LinkButton>
        ) : null}
      </Card>
      {isMoving ? <RefreshMeanwhile everySeconds={REFRESH_SECONDS} /> : null}
    </ClaimFrame>
  );
}

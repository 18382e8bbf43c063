import { useTranslations } from 'next-intl';
import { InOwnWords } from '@/components/claim/in-own-words';
import { type Description, DescriptionList } from '@/components/ui/description-list';
import { Moment } from '@/components/ui/moment';
import type { ShopperCase } from '@/lib/refund-cases/shopper-case';
import { NumberText } from './receipt-facts';

const STEPS = ['openedAt', 'claimedAt', 'approvedAt', 'sentAt', 'paidAt'] as const;

/** Which sentence says what is so now, and what the payer has to do. */
export function transferWord({ state, endedAs, again }: ShopperCase) {
  if (state === 'closed') return endedAs === 'card' || endedAs === null ? 'merchant' : endedAs;
  if (state === 'open') return again ?? 'open';
  if (state === 'paid') return endedAs === 'balance' ? 'paidBalance' : 'paid';
  return state === 'claimed' || state === 'proposed' ? 'review' : state;
}

/**
 * A refund that could not go back the way it came: each step with its time, what comes next, and the bank's
 * reference as proof. Where it goes, the payer sees, and nobody else.
 */
export function TransferProgress({
  transfer,
  isPayer,
}: {
  transfer: ShopperCase;
  isPayer: boolean;
}) {
  const t = useTranslations('claim.tracker');
  const cause = useTranslations('claim.cause');
  const { to, bankRef } = transfer;
  const facts: (Description | null)[] = isPayer
    ? [
        to && {
          term: t('account'),
          detail:
            to.kind === 'card' ? (
              <InOwnWords>
                {t('toCard', { bank: to.bankName ?? '', card: to.cardMasked ?? '' })}
              </InOwnWords>
            ) : (
              t('toBalance')
            ),
        },
        bankRef === null
          ? null
          : { term: t('bankRef'), detail: <NumberText>{bankRef}</NumberText> },
      ]
    : [];
  const word = transferWord(transfer);
  return (
    <section className="grid gap-3 rounded-control bg-ground px-4 py-3">
      <h3 className="font-semibold">{t('title')}</h3>
      <p className="text-sm text-soft">{cause(transfer.cause)}</p>
      <ol className="grid gap-1.5 text-sm">
        {STEPS.map((step) => {
          const at = transfer[step];
          return at ? (
            <li key={step} className="flex flex-wrap justify-between gap-x-4">
              <span>{t(`step.${step}`)}</span>
              <span className="text-soft">
                <Moment at={at} />
              </span>
            </li>
          ) : null;
        })}
      </ol>
      <p className={`text-sm font-medium ${transfer.state === 'open' ? 'text-warn' : ''}`}>
        {t(`state.${word}`)}
        {transfer.state === 'open' ? (
          <> {t.rich('claimBy', { at: () => <Moment at={transfer.claimBy} /> })}</>
        ) : null}
      </p>
      <DescriptionList items={facts.filter((fact) => fact !== null)} />
    </section>
  );
}

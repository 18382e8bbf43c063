import type { Agreement } from '@/lib/agreements/agreement';

/** `agreement.signed`, `agreement.unbound`: a shopper's bound card, known by its bank and its last digits only. */
export const agreementData = ({
  agreement,
  state,
  customerReference,
}: {
  agreement: Pick<
    Agreement,
    'id' | 'bankCode' | 'cardType' | 'cardTail' | 'activatedAt' | 'endedAt'
  >;
  state: 'active' | 'ended';
  /** What the merchant calls the customer; null where it gave no name. */
  customerReference: string | null;
}) => ({
  agreement_id: agreement.id,
  customer_reference: customerReference,
  state,
  bank_code: agreement.bankCode,
  card_type: agreement.cardType === 'debit' ? 'debit' : 'credit',
  card_tail: agreement.cardTail,
  signed_at: agreement.activatedAt?.toISOString() ?? null,
  ended_at: state === 'ended' ? (agreement.endedAt?.toISOString() ?? null) : null,
});

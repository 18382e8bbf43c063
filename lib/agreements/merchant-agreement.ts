import type { AgreementView } from './agreement-view';

/** A bound card as its merchant sees it: nothing about the holder but the merchant's own reference. */
export interface MerchantAgreement
  extends Pick<AgreementView, 'id' | 'bank' | 'cardTail' | 'cardType' | 'activatedAt'> {
  state: 'active' | 'ended';
  endedAt: Date | null;
  /** The merchant's own name for the customer; null where it gave none. */
  customerReference: string | null;
}

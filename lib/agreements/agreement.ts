import type { CardType } from '@/lib/channels/port';
import type { RemoteChannel } from '@/lib/channels/registry';
import type { AgreementState, ChannelAgreementState } from './states';

/** A bound card (绑卡): merchant ↔ us. Its id never changes while the channels' own numbers do. */
export interface Agreement {
  id: string;
  merchantId: string;
  customerId: string;
  /** Who proved to be its holder; null for those a merchant migrated. */
  userId: string | null;
  cardHash: string;
  cardTail: string;
  bankCode: string;
  cardType: CardType;
  nameMasked: string;
  phoneMasked: string;
  elementsItemId: string | null;
  state: AgreementState;
  failureReason: string | null;
  consentVersion: string;
  consentAt: Date;
  createdAt: Date;
  activatedAt: Date | null;
  endedAt: Date | null;
}

/** The same card as one channel knows it: us ↔ channel. */
export interface ChannelAgreement {
  id: string;
  agreementId: string;
  channel: RemoteChannel;
  contractId: string | null;
  /** Our number of the signing at the channel. */
  signNo: string;
  /** The channel's number, quoted by payments. */
  channelAgreementNo: string | null;
  state: ChannelAgreementState;
  failureReason: string | null;
  /** Codes asked for; none where it was signed without. */
  codes: number;
  codeTries: number;
  codeExpiresAt: Date | null;
  lastCodeAt: Date | null;
  endNo: string | null;
  requestedAt: Date;
  sentAt: Date | null;
  endRequestedAt: Date | null;
}

/** A code is on its way to the phone reserved at the bank. */
export interface CodeSent {
  agreementId: string;
  channelAgreementId: string;
  phoneMasked: string;
  expiresAt: Date;
  /** The channel's answer was lost: the code may come or not, and another may be asked for. */
  unsure: boolean;
}

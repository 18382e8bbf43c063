/** A bank card of the person's own name. Its number rests in the vault; here is only its mask. */
export interface BankCard {
  id: string;
  personId: string;
  cardMasked: string;
  bankName: string;
  verifiedAt: Date;
}

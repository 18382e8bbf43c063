export type PayeeProof = 'four_elements' | 'three_elements' | 'signed_in' | 'none';

/** Whom a shopper named for one refund. Numbers and names rest in the vault; here are their masks. */
export interface Payee {
  id: string;
  kind: 'card' | 'balance';
  cardMasked: string | null;
  bankName: string | null;
  nameMasked: string | null;
  idNoMasked: string | null;
  /** Whose balance it is. */
  customerId: string | null;
  /** Keyed hashes: the same card and the same name are found again, and read by nobody. */
  cardHash: string | null;
  nameHash: string | null;
  proof: PayeeProof;
  /** Is it the payer's own name? Null where that one is not known. */
  nameMatches: boolean | null;
  createdAt: Date;
  forgottenAt: Date | null;
}

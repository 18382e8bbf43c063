/** What personal data may be kept for. An item opens only for the purpose it was kept for. */
export type VaultPurpose =
  | 'payer_phone'
  | 'user_phone'
  /** The secret of a staff member's authenticator. */
  | 'staff_totp'
  | 'person_name'
  | 'person_id_no'
  | 'bank_card'
  | 'card_elements'
  | 'migration_elements'
  /** Whom a shopper named for one refund, until that is done. */
  | 'payee_card'
  | 'payee_name'
  | 'payee_id_no'
  /** Where a merchant's own money is paid out to. */
  | 'merchant_card'
  | 'merchant_name'
  /** A phone whose bill is being charged, until that is decided … */
  | 'carrier_charge'
  /** … and one that is charged every period, until that ends. */
  | 'subscription_phone';

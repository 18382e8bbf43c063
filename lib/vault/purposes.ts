/** What personal data may be kept for. An item opens only for the purpose it was kept for. */
export type VaultPurpose =
  | 'payer_phone'
  | 'user_phone'
  | 'person_name'
  | 'person_id_no'
  | 'bank_card'
  | 'card_elements'
  | 'migration_elements';

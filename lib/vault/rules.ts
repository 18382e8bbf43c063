import type { VaultPurpose } from './purposes';

/** The item's own data key is wrapped for that item alone… */
export const keyContext = (itemId: string): string => `vault-key:${itemId}`;

/** …and its content for the item and its purpose: neither opens anywhere else. */
export const contentContext = (itemId: string, purpose: VaultPurpose): string =>
  `vault:${purpose}:${itemId}`;

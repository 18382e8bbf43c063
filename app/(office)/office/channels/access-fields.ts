import type { ChannelContract } from '@/lib/channels/port';

/** What each kind of access has to say beside our number at the channel. */
export const ACCESS_FIELDS = {
  merchant: [],
  institution: ['acquirerCode', 'categoryCode', 'merchantName', 'merchantShortName'],
  platform: ['subMerchantNo', 'subMerchantName', 'subMerchantShortName'],
} as const satisfies Record<ChannelContract['access']['type'], readonly string[]>;

export type AccessType = keyof typeof ACCESS_FIELDS;
export type AccessField = (typeof ACCESS_FIELDS)[AccessType][number];

/** What a contract says of whoever stands between, field by field. */
export function accessFacts({ access }: ChannelContract): { field: AccessField; value: string }[] {
  const values: Partial<Record<string, string>> = access;
  return ACCESS_FIELDS[access.type].map((field) => ({ field, value: values[field] ?? '' }));
}

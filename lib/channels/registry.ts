import { present } from '@/lib/core/assert';
import { env } from '@/lib/core/env';
import { createBankAdapter } from './bank/adapter';
import { createCarrierAdapter } from './carrier/adapter';
import { createNumberLookup } from './carrier/number-lookup';
import { createNetsUnionAdapter } from './netsunion/adapter';
import type { NoticeSender } from './notice-port';
import type { NumberLookup } from './number-port';
import type { PayoutAdapter, PayoutPort } from './payout-port';
import type { ChannelAdapter, ChannelCode } from './port';
import { createUnionPayAdapter } from './unionpay/adapter';

/** Money to a bank card goes out here, and money to our bank account comes in. */
export type PayoutChannel = 'bank';
/** Payments beyond our own ledger. A balance payment needs no adapter: its word is the entry. */
export type RemoteChannel = Exclude<ChannelCode, 'balance' | PayoutChannel>;

const made: Partial<Record<RemoteChannel, ChannelAdapter>> = {};

const MAKERS: Record<RemoteChannel, () => ChannelAdapter> = {
  unionpay: () => createUnionPayAdapter(unionPayConfig()),
  netsunion: () => createNetsUnionAdapter(netsUnionConfig()),
  carrier: () => createCarrierAdapter(carrierConfig()),
};

function unionPayConfig() {
  const settings = env();
  return {
    gatewayOrigin: settings.UNIONPAY_GATEWAY_ORIGIN,
    merchantId: settings.UNIONPAY_MERCHANT_ID,
    privateKeyPem: settings.UNIONPAY_SIGN_KEY_FILE,
    certificatePem: settings.UNIONPAY_SIGN_CERT_FILE,
    rootsPem: settings.UNIONPAY_ROOTS_FILE,
    allowedCommonNames: settings.UNIONPAY_ALLOWED_COMMON_NAMES,
    ...given({
      tokenRequestorId: settings.UNIONPAY_TOKEN_REQUESTOR,
      fileUrl: settings.UNIONPAY_FILE_URL,
      encryptCertificatePem: settings.UNIONPAY_ENCRYPT_CERT_FILE,
      appCertificatesPem: settings.UNIONPAY_APP_CERTS_FILE,
    }),
  };
}

function netsUnionConfig() {
  const settings = env();
  return {
    origin: present(settings.NETSUNION_ORIGIN, 'NETSUNION_ORIGIN'),
    issuerId: present(settings.NETSUNION_ISSUER_ID, 'NETSUNION_ISSUER_ID'),
    merchantNo: settings.NETSUNION_MERCHANT_NO,
    secret: present(settings.NETSUNION_SECRET, 'NETSUNION_SECRET'),
    noticePath: new URL(channelNoticeUrl('netsunion')).pathname,
    now: () => new Date(),
    signsSilently: settings.NETSUNION_PERMISSIONS.includes('silent_signing'),
    ...given({ previousSecret: settings.NETSUNION_PREVIOUS_SECRET }),
  };
}

function carrierConfig() {
  const settings = env();
  return {
    endpoints: settings.CARRIER_ENDPOINTS,
    merchantNo: settings.CARRIER_MERCHANT_NO,
    sinkOrigin: noticeOrigin('carrier'),
    now: () => new Date(),
  };
}

/** Without what is not set. */
const given = (settings: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );

const CONFIGURED: Record<RemoteChannel, () => boolean> = {
  unionpay: () => true,
  netsunion: () => env().NETSUNION_ORIGIN !== undefined,
  carrier: () => env().CARRIER_ENDPOINTS.length > 0,
};

/** Is the channel set up here? UnionPay always is; the others where they have an address. */
export const isChannelConfigured = (channel: RemoteChannel): boolean => CONFIGURED[channel]();

export const isRemoteChannel = (code: string): code is RemoteChannel => Object.hasOwn(MAKERS, code);

/** The adapter of a channel, made once from the environment. */
export function adapterOf(channel: RemoteChannel): ChannelAdapter {
  const adapter = made[channel] ?? MAKERS[channel]();
  made[channel] = adapter;
  return adapter;
}

let lookup: NumberLookup | undefined;

/** Where the carriers are asked whose a number is; undefined where there is no such place. */
export function numberLookup(): NumberLookup | undefined {
  const { CARRIER_LOOKUP_URL: url, CARRIER_LOOKUP_KEY: key } = env();
  if (!url || !key) return undefined;
  lookup ??= createNumberLookup({ url, key });
  return lookup;
}

let bank: PayoutAdapter | undefined;

/** The adapter of the platform's bank, made once from the environment. */
export function payoutAdapter(): PayoutAdapter {
  bank ??= createBankAdapter({
    origin: env().BANK_API_ORIGIN,
    secret: env().BANK_API_SECRET,
    noticePath: new URL(channelNoticeUrl('bank')).pathname,
    now: () => new Date(),
    ...given({ previousSecret: env().BANK_API_PREVIOUS_SECRET }),
  });
  return bank;
}

/** Who carries money to a bank card. */
export type PayoutRail = PayoutChannel | 'unionpay';

export const isPayoutRail = (code: string): code is PayoutRail =>
  code === 'bank' || code === 'unionpay';

export const payoutPortOf = (rail: PayoutRail): PayoutPort =>
  rail === 'bank' ? payoutAdapter() : present(adapterOf(rail).payout, `payouts by ${rail}`);

/** Whoever sends us notices. */
export type NoticeChannel = RemoteChannel | PayoutChannel;

export const isNoticeChannel = (code: string): code is NoticeChannel =>
  code === 'bank' || isRemoteChannel(code);

export const noticeSenderOf = (channel: NoticeChannel): NoticeSender =>
  channel === 'bank' ? payoutAdapter() : adapterOf(channel);

/** Every origin that a browser may be sent to with a form. */
export const formOrigins = (): string[] =>
  Object.keys(MAKERS)
    .filter(isRemoteChannel)
    .filter(isChannelConfigured)
    .flatMap((channel) => adapterOf(channel).formOrigins);

/** Carriers send their events to https only, which may have an address of its own. */
const noticeOrigin = (channel: NoticeChannel): string =>
  (channel === 'carrier' ? env().CARRIER_SINK_ORIGIN : undefined) ?? env().APP_ORIGIN;

export const channelNoticeUrl = (channel: NoticeChannel): string =>
  `${noticeOrigin(channel)}/api/channels/${channel}/notify`;

export const channelReturnUrl = (channel: RemoteChannel): string =>
  `${env().APP_ORIGIN}/api/channels/${channel}/return`;

import { env } from '@/lib/core/env';
import { createBankAdapter } from './bank/adapter';
import type { ChannelAdapter, ChannelCode, NoticeSender, PayoutAdapter } from './port';
import { createUnionPayAdapter } from './unionpay/adapter';

/** Money to a bank card goes out here, and money to our bank account comes in. */
export type PayoutChannel = 'bank';
/** Payments beyond our own ledger. A balance payment needs no adapter: its word is the entry. */
export type RemoteChannel = Exclude<ChannelCode, 'balance' | PayoutChannel>;

const made: Partial<Record<RemoteChannel, ChannelAdapter>> = {};

const MAKERS: Record<RemoteChannel, () => ChannelAdapter> = {
  unionpay: () =>
    createUnionPayAdapter({
      gatewayOrigin: env().UNIONPAY_GATEWAY_ORIGIN,
      merchantId: env().UNIONPAY_MERCHANT_ID,
      privateKeyPem: env().UNIONPAY_SIGN_KEY_FILE,
      certificatePem: env().UNIONPAY_SIGN_CERT_FILE,
      rootsPem: env().UNIONPAY_ROOTS_FILE,
      allowedCommonNames: env().UNIONPAY_ALLOWED_COMMON_NAMES,
    }),
};

export const isRemoteChannel = (code: string): code is RemoteChannel => Object.hasOwn(MAKERS, code);

/** The adapter of a channel, made once from the environment. */
export function adapterOf(channel: RemoteChannel): ChannelAdapter {
  const adapter = made[channel] ?? MAKERS[channel]();
  made[channel] = adapter;
  return adapter;
}

let bank: PayoutAdapter | undefined;

/** The adapter of the platform's bank, made once from the environment. */
export function payoutAdapter(): PayoutAdapter {
  bank ??= createBankAdapter({
    origin: env().BANK_API_ORIGIN,
    secret: env().BANK_API_SECRET,
    noticePath: new URL(channelNoticeUrl('bank')).pathname,
    now: () => new Date(),
  });
  return bank;
}

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
    .flatMap((channel) => adapterOf(channel).formOrigins);

export const channelNoticeUrl = (channel: NoticeChannel): string =>
  `${env().APP_ORIGIN}/api/channels/${channel}/notify`;

export const channelReturnUrl = (channel: RemoteChannel): string =>
  `${env().APP_ORIGIN}/api/channels/${channel}/return`;

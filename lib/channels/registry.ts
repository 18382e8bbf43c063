import { env } from '@/lib/core/env';
import type { ChannelAdapter, ChannelCode } from './port';
import { createUnionPayAdapter } from './unionpay/adapter';

/** Channels beyond our own ledger. A balance payment needs no adapter: its word is the entry. */
export type RemoteChannel = Exclude<ChannelCode, 'balance'>;

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

/** Every origin that a browser may be sent to with a form. */
export const formOrigins = (): string[] =>
  Object.keys(MAKERS)
    .filter(isRemoteChannel)
    .flatMap((channel) => adapterOf(channel).formOrigins);

export const channelNoticeUrl = (channel: RemoteChannel): string =>
  `${env().APP_ORIGIN}/api/channels/${channel}/notify`;

export const channelReturnUrl = (channel: RemoteChannel): string =>
  `${env().APP_ORIGIN}/api/channels/${channel}/return`;

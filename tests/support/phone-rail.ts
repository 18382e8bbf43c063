import { createCarrierAdapter } from '@/lib/channels/carrier/adapter';
import type { CarrierEndpoint } from '@/lib/channels/carrier/config';
import { createNumberLookup } from '@/lib/channels/carrier/number-lookup';
import type { NumberLookup } from '@/lib/channels/number-port';
import type { ChannelAdapter } from '@/lib/channels/port';
import { faultsOfExchange } from './camara-exchange';
import type { CamaraApi } from './camara-schemas';
import { type CarrierRails, startCarrierRails } from './carrier-rails';
import { type Recorded, startRecordingProxy } from './recording-proxy';

export interface PhoneRail {
  rails: CarrierRails;
  adapter: ChannelAdapter;
  lookup: NumberLookup;
  /** What did not conform to the standard since it was last asked, of either side. */
  faults(): string[];
  /** Each operation of the standard that was called: "POST carrier-billing /payments/prepare". */
  operations: Set<string>;
  stop(): Promise<void>;
}

const API = /^\/carriers\/[a-z]+\/(carrier-billing(?:-refund)?)\/v[0-9.]+(\/.*)$/;

/** The simulator's carriers in a process of their own, the adapter pointed at them, and who reads along. */
export async function startPhoneRail(): Promise<PhoneRail> {
  const rails = await startCarrierRails();
  const proxy = await startRecordingProxy(rails.sandboxOrigin);
  const given = JSON.parse(rails.env.CARRIER_ENDPOINTS ?? '') as CarrierEndpoint[];
  const operations = new Set<string>();
  return {
    rails,
    adapter: createCarrierAdapter({
      endpoints: given.map((endpoint) => ({
        ...endpoint,
        apiRoot: endpoint.apiRoot.replace(rails.sandboxOrigin, proxy.origin),
      })),
      merchantNo: rails.env.CARRIER_MERCHANT_NO ?? '',
      sinkOrigin: rails.env.CARRIER_SINK_ORIGIN ?? '',
      now: () => new Date(),
    }),
    lookup: createNumberLookup({
      url: rails.env.CARRIER_LOOKUP_URL ?? '',
      key: rails.env.CARRIER_LOOKUP_KEY ?? '',
    }),
    faults: () =>
      proxy.recorded.splice(0).flatMap((exchange) => {
        operations.add(operationOf(exchange));
        return faultsOf(exchange);
      }),
    operations,
    async stop() {
      await rails.stop();
      await proxy.close();
    },
  };
}

function faultsOf(exchange: Recorded): string[] {
  const [, api, path = ''] = API.exec(exchange.path) ?? [];
  return api ? faultsOfExchange(api as CamaraApi, { ...exchange, path }) : ['not of the standard'];
}

const operationOf = ({ method, path }: Recorded): string =>
  `${method} ${path.replace(/\?.*/, '').replace(API, '$1 $2')}`
    .replace(/(payments\/)(?!prepare$)[^/]+/, '$1{paymentId}')
    .replace(/(refunds\/)(?!remaining-amount$)[^/]+/, '$1{refundId}');

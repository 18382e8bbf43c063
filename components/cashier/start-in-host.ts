import { findHost } from './find-host';
import type { HostAnswer } from './host-bridge';
import { loadScript } from './load-script';

export interface Launch {
  tn: string;
  mode: '00' | '01';
}

const SILENT: HostAnswer = { result: 'unknown' };

/**
 * Starts one TN in the host and waits for its answer, however long that takes: inside the 云闪付 app
 * by UnionPay's script, elsewhere by the app's bridge. Never rejects: a host that is not there, breaks
 * down or cannot be understood has said nothing, and nothing is not a failure.
 */
export async function startInHost(launch: Launch, upsdkUrl: string | null): Promise<HostAnswer> {
  try {
    return upsdkUrl === null ? await byBridge(launch) : await byUpsdk(launch, upsdkUrl);
  } catch {
    return SILENT;
  }
}

async function byBridge({ tn, mode }: Launch): Promise<HostAnswer> {
  const host = await findHost();
  return (await host?.startPay({ tn, mode })) ?? SILENT;
}

async function byUpsdk({ tn }: Launch, url: string): Promise<HostAnswer> {
  await loadScript(url);
  const { upsdk } = window;
  if (!upsdk) return SILENT;
  return new Promise((resolve) => {
    upsdk.pay({
      tn,
      success: () => resolve({ result: 'success', surface: 'control' }),
      fail: (problem) =>
        resolve({
          result: problem?.errcode === 'cancel' ? 'cancel' : 'fail',
          surface: 'control',
        }),
    });
  });
}

/** What a merchant's app puts into the page as `window.CashierHost`; README.md says it in full. */
export interface CashierHost {
  capabilities(): Promise<{
    version: 1;
    app: HostApp;
    sdkWap?: boolean;
    directBilling?: boolean;
  }>;
  startPay(payment: { tn: string; mode: '00' | '01' }): Promise<HostAnswer>;
}

export type HostApp = 'logged-in' | 'logged-out' | 'not-installed';

export interface HostAnswer {
  /** `unknown` is ours: the host has said nothing, or nothing that can be read. */
  result: 'success' | 'fail' | 'cancel' | 'not-installed' | 'unknown';
  surface?: 'control' | 'cashier' | 'sdk-wap';
  /** The SDK's signed words, as they are. */
  resultData?: string;
}

/** The part of UnionPay's own script that is used inside its app. */
export interface Upsdk {
  pay(payment: {
    tn: string;
    success: () => void;
    fail: (problem: { errcode?: unknown } | undefined) => void;
  }): void;
}

/** An app that comes late says so with an event of this name. */
export const HOST_READY = 'cashierhostready';

declare global {
  interface Window {
    CashierHost?: CashierHost;
    upsdk?: Upsdk;
  }
}

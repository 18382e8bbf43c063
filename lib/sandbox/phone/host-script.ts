import { OVERLAY_SCRIPT } from './overlay-script';

/**
 * Served as /phone/host.js: a merchant app's side of the bridge, `window.CashierHost`, on the phone
 * that `?state=` names. It walks the app's faces on one TN by itself: control when logged in,
 * cashier when not, SDK-WAP without the app where the contract has it, else "not-installed".
 */
export const HOST_SCRIPT = `(() => {
${OVERLAY_SCRIPT}
const state = new URL(document.currentScript.src).searchParams.get('state');
const APPS = { 'installed-in': 'logged-in', 'installed-out': 'logged-out', none: 'not-installed' };
const SURFACES = { 'installed-in': 'control', 'installed-out': 'cashier', none: 'sdk-wap' };
if (!Object.hasOwn(APPS, state)) return;

window.CashierHost = {
  async capabilities() {
    const { sdkWap } = await call('/capabilities');
    return { version: 1, app: APPS[state], sdkWap, directBilling: true };
  },
  async startPay({ tn }) {
    const order = await call('/orders/' + encodeURIComponent(tn));
    if (order.silent) return NEVER;
    if (state === 'none' && !order.sdkWap) return { result: 'not-installed' };
    if (!order.payable) return { result: 'fail', surface: SURFACES[state] };
    return openOverlay(order, SURFACES[state]);
  },
};
})();
`;

/** Served as /phone/upsdk.js: UnionPay's own script inside its app, where somebody is logged in. */
export const UPSDK_SCRIPT = `(() => {
${OVERLAY_SCRIPT}
const later = (callback) => { if (typeof callback === 'function') queueMicrotask(callback); };

window.upsdk = {
  config() {},
  ready: later,
  error() {},
  pluginReady: later,
  async pay({ tn, success, fail }) {
    const failed = (errcode, errmsg) => fail?.({ errcode, errmsg });
    try {
      const order = await call('/orders/' + encodeURIComponent(tn));
      if (order.silent) return;
      if (!order.payable) return failed('c00', 'tn');
      const { result } = await openOverlay(order, 'control');
      if (result === 'success') success?.();
      else failed(result, result);
    } catch {
      failed('c00', 'tn');
    }
  },
};
})();
`;

import { createHash, sign, X509Certificate } from 'node:crypto';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';

/**
 * What the app hands to the page for the merchant's server: `{"sign","data"}`, signed by UnionPay
 * over the hex text of the SHA-256 of data, with the flaws that the order's script asks for.
 */
export function signResult(
  { certificates }: Simulator,
  order: OrderRecord,
  result: 'success' | 'fail' | 'cancel',
): string {
  const { hostSignature } = order.behaviour;
  const signer = hostSignature === 'stranger' ? certificates.stranger : certificates.unionpay;
  const { serialNumber } = new X509Certificate(certificates.unionpay.certificatePem);
  const certId = BigInt(`0x${serialNumber}`).toString();
  const data = `pay_result=${result}&tn=${order.tn}&cert_id=${certId}`;
  const digest = createHash('sha256').update(data).digest('hex');
  const signature = sign('sha256', Buffer.from(digest), signer.key);
  if (hostSignature === 'wrong') signature[0] = (signature[0] ?? 0) ^ 0xff;
  return JSON.stringify({ sign: signature.toString('base64'), data });
}

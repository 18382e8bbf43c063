import { cny, type Money } from './money';

// Up to ten thousand million yuan: more is a slip of the finger, and the ledger's own bound is near.
const YUAN = /^(\d{1,11}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/;

/**
 * What a person typed as an amount in yuan, exactly: "12", "12.3", "1,234.50", "¥8", and the
 * full-width digits of Chinese keyboards. Undefined for anything else: nothing is rounded or guessed.
 */
export function parseYuan(text: string): Money | undefined {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/^[¥￥]\s*/, '');
  const [, yuan, fen = ''] = YUAN.exec(typed) ?? [];
  if (yuan === undefined) return undefined;
  return cny(BigInt(yuan.replaceAll(',', '')) * 100n + BigInt(fen.padEnd(2, '0')));
}

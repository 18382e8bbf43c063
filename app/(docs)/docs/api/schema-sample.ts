import { resolve, type Schema, withoutNull } from './schema-fields';

/** What a field of this name looks like; the form is the schema's, the content an example's. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  id: 'ord_01jd5w0a3v8k2m4n6p8q0r2s4t',
  order_id: 'ord_01jd5w0a3v8k2m4n6p8q0r2s4t',
  merchant_order_no: 'A-1001',
  merchant_refund_no: 'R-1001',
  customer_reference: 'customer-7',
  subject: '亚麻短袖衬衫',
  amount: 6_800,
  limit: 20,
  url: 'https://shop.example/hook',
  return_url: 'https://shop.example/back',
  pay_url: 'https://cashier.example/pay/…',
  next: null,
  refunded: 0,
  reason: '少发一件',
  decline_reason: '商品已拆封',
  failure_reason: null,
};
const MOMENT = '2026-11-26T08:30:00.000Z';

/** An answer or a body as it may look, made from its schema. */
export function sampleOf(
  schema: Schema,
  named: Readonly<Record<string, Schema>>,
  name = '',
): unknown {
  const { schema: own, nullable } = withoutNull(resolve(schema, named), named);
  if (own.const !== undefined) return own.const;
  if (own.enum) return own.enum[0];
  if (own.properties) {
    return Object.fromEntries(
      Object.entries(own.properties).map(([key, inner]) => [key, sampleOf(inner, named, key)]),
    );
  }
  if (own.items) return [sampleOf(own.items, named, name)];
  if (Object.hasOwn(BY_NAME, name)) return BY_NAME[name];
  if (nullable && own.type !== 'object') return null;
  const choices = own.anyOf ?? own.oneOf ?? own.allOf;
  if (choices?.[0]) return sampleOf(choices[0], named, name);
  return byType(own);
}

function byType({ type, format, minimum }: Schema): unknown {
  switch (Array.isArray(type) ? type[0] : type) {
    case 'integer':
    case 'number':
      return Math.max(minimum ?? 0, 1);
    case 'boolean':
      return true;
    case 'object':
      return {};
    case 'null':
      return null;
    default:
      return format === 'date-time' ? MOMENT : format === 'date' ? MOMENT.slice(0, 10) : '…';
  }
}

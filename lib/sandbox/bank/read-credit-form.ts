import { type CreditInput, creditInput } from './schema';

/** The transfer that the page's form describes, its amount in yuan; undefined where it describes none. */
export function readCreditForm(form: Record<string, unknown>): CreditInput | undefined {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '');
  const yuan = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text('amount').replaceAll(',', ''));
  if (!yuan) return undefined;
  const fen = `${yuan[1]}${(yuan[2] ?? '').padEnd(2, '0')}`.replace(/^0+/, '');
  const read = creditInput.safeParse({
    number: text('number').replaceAll(' ', ''),
    amount: fen,
    payerName: text('payerName'),
    remark: text('remark'),
  });
  return read.success ? read.data : undefined;
}

import { getTranslations } from 'next-intl/server';
import { CodeBlock } from '@/components/docs/code-block';
import { env } from '@/lib/core/env';
import { LINK_VECTOR } from '@/lib/merchants/link-vector';
import { signFields } from '@/lib/sdk/link';

/** The published vector; signed here by the client, so that the page cannot be wrong alone. */
export async function LinkVector() {
  const t = await getTranslations('docs.samples');
  const { secret, fields } = LINK_VECTOR;
  const signed = Object.entries(fields)
    .filter(([, value]) => value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const lines = [
    ['secret', secret],
    ...Object.entries(fields),
    [],
    [`# ${t('toSign')}`],
    [signed],
    [],
    [`# ${t('result')}`],
    ['sign', signFields(fields, secret)],
  ];
  return (
    <CodeBlock
      language="text"
      code={lines
        .map(([name = '', value]) => (value === undefined ? name : `${name.padEnd(12)}${value}`))
        .join('\n')}
    />
  );
}

export const Sdk = () => (
  <CodeBlock language="js" title="checkout.ts" code={sdkSample(env().APP_ORIGIN)} />
);

const sdkSample = (origin: string): string =>
  [
    "import { Cashier } from '@cashier/sdk';",
    "import { CashierProblem } from '@cashier/sdk/problem';",
    "import { readWebhook } from '@cashier/sdk/webhook';",
    '',
    "const { CASHIER_API_KEY = '', CASHIER_WEBHOOK_SECRET = '' } = process.env;",
    `const cashier = new Cashier({ origin: '${origin}', apiKey: CASHIER_API_KEY });`,
    '',
    'try {',
    '  const order = await cashier.createOrder({',
    "    merchant_order_no: 'A-1001',",
    '    amount: 6800,',
    "    currency: 'CNY',",
    "    subject: '亚麻短袖衬衫',",
    "    goods: 'physical',",
    '  });',
    '  redirect(order.pay_url);',
    '} catch (error) {',
    "  if (error instanceof CashierProblem && error.code === 'order_conflict') {",
    '    // …',
    '  }',
    '}',
    '',
    '// In your webhook: throws unless the cashier sent it.',
    'const event = readWebhook(rawBody, request.headers, CASHIER_WEBHOOK_SECRET);',
  ].join('\n');

export const ProblemSample = () => (
  <CodeBlock
    language="json"
    title="422 application/problem+json"
    code={JSON.stringify(
      {
        type: 'urn:cashier:problem:invalid_request',
        title: 'The request has fields that are not valid',
        status: 422,
        instance: 'urn:cashier:request:req_01jd5w0a3v8k2m4n6p8q0r2s4t',
        code: 'invalid_request',
        doc_url: `${env().APP_ORIGIN}/docs/errors#invalid_request`,
        request_id: 'req_01jd5w0a3v8k2m4n6p8q0r2s4t',
        errors: [{ path: 'amount', problem: 'must be a whole number of fen in plain digits' }],
      },
      null,
      2,
    )}
  />
);

import type { SourceFile } from './source';

/** For each rule: files it must refuse, one by one, and files beside them that it must let pass. */
export interface Plant {
  refused: SourceFile[];
  accepted: SourceFile[];
}

const file = (path: string, source: string): SourceFile => ({ path, source });
const lines = (count: number): string => 'export {};\n'.repeat(count);

export const PLANTED: Record<string, Plant> = {
  'a module imports only from modules ranked before it': {
    refused: [
      file('lib/ledger/post-entry.ts', "import { payOrder } from '@/lib/payments/pay-order';"),
      file('lib/core/ids.ts', "import type { Order } from '../orders/order';"),
      file('lib/orders/get-order.ts', "export const x = () => import('@/lib/jobs/workers');"),
      file('lib/money/money.ts', "export type T = import('@/lib/ledger/chart').Subject;"),
      file('lib/gadgets/gadget.ts', "import { newId } from '@/lib/core/ids';"),
    ],
    accepted: [
      file('lib/payments/pay-order.ts', "import { postEntry } from '@/lib/ledger/post-entry';"),
      file('lib/orders/get-order.ts', "import { read } from './store';"),
    ],
  },
  'lib imports neither the web nor the tests': {
    refused: [
      file('lib/orders/get-order.ts', "import { route } from '@/app/_server/route';"),
      file('lib/orders/get-order.ts', "import { Card } from '../../components/ui/card';"),
      file('lib/orders/get-order.ts', "import { make } from '@/tests/support/factories';"),
      file('lib/orders/get-order.ts', "import { headers } from 'next/headers';"),
      file('lib/orders/get-order.ts', "import { cache } from 'react';"),
      file('lib/orders/get-order.ts', 'export const x = (name: string) => import(name);'),
    ],
    accepted: [
      file('lib/auth/current-user.ts', "import { cookies } from 'next/headers';"),
      file('lib/orders/get-order.ts', "import { z } from 'zod';"),
    ],
  },
  'app calls use cases, never a store, the database or a client': {
    refused: [
      file('app/page.tsx', "import { insertOrder } from '@/lib/orders/store';"),
      file('app/api/health/route.ts', "import { db } from '@/lib/core/db';"),
      file('app/page.tsx', "import { post } from '@/lib/channels/unionpay/client';"),
      file('app/page.tsx', "import { inTransaction } from '../lib/core/unit-of-work';"),
      file('app/page.tsx', "import type { Order } from '@/prisma/generated/client';"),
      file('proxy.ts', "import { Pool } from 'pg';"),
    ],
    accepted: [
      file('app/page.tsx', "import { getOrder } from '@/lib/orders/get-order';"),
      file('app/page.tsx', "import { orderSchema } from '@/lib/orders/schema';"),
    ],
  },
  'components see components, money, refusal codes, schemas and types': {
    refused: [
      file('components/ui/card.tsx', "import { payAction } from '@/app/pay/actions';"),
      file('components/ui/card.tsx', "import { getOrder } from '@/lib/orders/get-order';"),
      file('components/ui/card.tsx', "import { env } from '@/lib/core/env';"),
      file('components/ui/card.tsx', "import type { Row } from '@/lib/orders/store';"),
      file('components/ui/card.tsx', "import { readFileSync } from 'node:fs';"),
    ],
    accepted: [
      file('components/ui/card.tsx', "import { formatMoney } from '@/lib/money/format-money';"),
      file('components/ui/card.tsx', "import type { View } from '@/lib/payments/cashier-view';"),
      file('components/ui/card.tsx', "import { useState } from 'react';"),
    ],
  },
  'adapters stand apart and only the registry knows them': {
    refused: [
      file('lib/channels/balance/adapter.ts', "import { sign } from '../unionpay/sign';"),
      file('lib/payments/start-payment.ts', "import { sign } from '@/lib/channels/unionpay/sign';"),
    ],
    accepted: [
      file('lib/channels/registry.ts', "import { make } from './unionpay/adapter';"),
      file('lib/channels/unionpay/adapter.ts', "import { sign } from './sign';"),
    ],
  },
  'the simulator imports nothing of ours and nobody imports it': {
    refused: [
      file('lib/sandbox/main.ts', "import { sha256 } from '@/lib/core/crypto';"),
      file('lib/sandbox/main.ts', "import { sign } from '../channels/unionpay/sign';"),
      file('scripts/start.ts', "import { startSandbox } from '@/lib/sandbox/main';"),
      file('tests/support/stack.ts', "import { startSandbox } from '@/lib/sandbox/main';"),
    ],
    accepted: [file('lib/sandbox/main.ts', "import { sign } from './sign';")],
  },
  'only stores speak SQL': {
    refused: [
      file('lib/orders/get-order.ts', 'export const x = (tx: Tx) => tx.order.findMany();'),
      file('lib/orders/get-order.ts', 'export const x = (it: Tx) => it.$queryRaw`SELECT 1`;'),
      file('lib/orders/get-order.ts', 'export const x = () => db().order.findMany();'),
      file('lib/orders/get-order.ts', 'const all = db(); export const x = () => all.order;'),
      file('lib/orders/get-order.ts', "import { pool } from '@/lib/core/db';"),
      file('app/page.tsx', "import { PrismaClient } from '@prisma/client';"),
      file('lib/orders/get-order.ts', "import type { Order } from '@/prisma/generated/client';"),
    ],
    accepted: [
      file('lib/orders/store.ts', 'export const x = (tx: Tx) => tx.order.findMany();'),
      file('lib/orders/get-order.ts', 'export const x = (tx: Tx = db()) => readOrder(tx);'),
      file('lib/orders/get-order.ts', 'export const x = () => readOrder(db());'),
    ],
  },
  'only clients use the network': {
    refused: [
      file('lib/payments/start-payment.ts', "export const x = () => fetch('https://a.example');"),
      file('app/page.tsx', "export const x = () => globalThis.fetch('https://a.example');"),
      file('lib/webhooks/fan-out.ts', "import { request } from 'node:https';"),
      file('lib/webhooks/fan-out.ts', "import net from 'node:net';"),
    ],
    accepted: [
      file('lib/channels/unionpay/client.ts', "export const x = () => fetch('https://a.example');"),
      file('lib/webhooks/rules.ts', "import { isIP } from 'node:net';"),
    ],
  },
  'only core/env reads the environment': {
    refused: [
      file('lib/orders/get-order.ts', 'export const x = process.env.PORT;'),
      file('app/page.tsx', "export const x = process['env'].PORT;"),
      file('app/page.tsx', 'const { env } = process; export const x = env.PORT;'),
      file('components/ui/card.tsx', "import { env } from 'node:process';"),
    ],
    accepted: [
      file('lib/core/env.ts', 'export const x = process.env.PORT;'),
      file('scripts/start.mjs', 'export const x = process.env.PORT;'),
    ],
  },
  'rules, states, schemas, methods, routing, money and translate are pure': {
    refused: [
      file('lib/orders/rules.ts', 'export const x = () => Date.now();'),
      file('lib/orders/states.ts', 'export const x = new Date();'),
      file('lib/money/money.ts', 'export const x = Math.random();'),
      file('lib/methods/rank-methods.ts', "import { randomBytes } from 'node:crypto';"),
      file('lib/channels/unionpay/translate.ts', "import { readFileSync } from 'node:fs';"),
      file('lib/orders/schema.ts', 'export const x = process.env.PORT;'),
      file('lib/orders/return-rules.ts', 'export const x = (tx: Tx) => tx.order;'),
      file('lib/orders/rules.ts', "export const x = () => fetch('https://a.example');"),
    ],
    accepted: [
      file('lib/orders/rules.ts', 'export const x = (at: Date) => new Date(at.getTime() + 1);'),
      file('lib/orders/get-order.ts', 'export const x = () => Date.now();'),
      file('lib/orders/schema.ts', "import { z } from 'zod';"),
    ],
  },
  'a use case is one function named like its file': {
    refused: [
      file('lib/orders/create-order.ts', 'export function makeOrder() {}'),
      file(
        'lib/orders/create-order.ts',
        'export function createOrder() {} export const b = () => 1;',
      ),
      file('lib/orders/create-order.ts', 'export const LIMIT = 3;'),
    ],
    accepted: [
      file(
        'lib/orders/create-order.ts',
        'export interface Input { a: string } export const LIMIT = 3; export async function createOrder() {}',
      ),
      file('lib/orders/rules.ts', 'export const a = () => 1; export const b = () => 2;'),
    ],
  },
  'no file is larger than its limit': {
    refused: [
      file('lib/orders/store.ts', lines(301)),
      file('app/pay/page.tsx', lines(60)),
      file('tests/db/orders.test.ts', lines(301)),
      file('scripts/start.mjs', lines(301)),
      file('app/globals.css', 'a {}\n'.repeat(301)),
    ],
    accepted: [file('lib/orders/store.ts', lines(300)), file('app/pay/page.tsx', lines(59))],
  },
  'most files are much smaller than the limit': {
    refused: [file('lib/orders/store.ts', lines(61)), file('lib/orders/store.ts', lines(221))],
    accepted: [file('lib/orders/store.ts', lines(60)), file('tests/db/a.test.ts', lines(280))],
  },
  'files are named in kebab-case': {
    refused: [
      file('lib/orders/createOrder.ts', ''),
      file('components/ui/Card.tsx', ''),
      file('lib/order_book/get-order.ts', ''),
    ],
    accepted: [
      file('app/(cashier)/pay/[token]/page.tsx', ''),
      file('app/api/auth/[...nextauth]/route.ts', ''),
      file('app/_messages/zh-CN/common.json', ''),
      file('lib/orders/README.md', ''),
    ],
  },
  'no file is named service or utils': {
    refused: [file('lib/orders/service.ts', ''), file('lib/utils/dates.ts', '')],
    accepted: [file('lib/orders/get-order.ts', '')],
  },
  'there are no barrels': {
    refused: [
      file('lib/orders/index.ts', ''),
      file('lib/orders/all.ts', "export * from './get-order';"),
      file('components/ui/all.ts', "export { Card } from './card';"),
    ],
    accepted: [file('lib/orders/get-order.ts', 'const a = 1; export { a };')],
  },
  'only Next and tools get default exports': {
    refused: [
      file('lib/orders/get-order.ts', 'export default function getOrder() {}'),
      file('components/ui/card.tsx', 'const Card = 1; export { Card as default };'),
    ],
    accepted: [
      file('app/page.tsx', 'export default function Page() {}'),
      file('next.config.mjs', 'export default {};'),
    ],
  },
  'no error is swallowed': {
    refused: [
      file('lib/orders/get-order.ts', 'try { f(); } catch {}'),
      file('lib/orders/get-order.ts', 'try { f(); } catch { /* never mind */ }'),
      file('scripts/start.mjs', 'f().catch(() => {});'),
    ],
    accepted: [
      file('lib/orders/get-order.ts', 'try { f(); } catch (error) { throw wrap(error); }'),
    ],
  },
  'no work is put off and no type check silenced in a comment': {
    refused: [
      file('lib/orders/get-order.ts', '// TODO later'),
      file('lib/orders/get-order.ts', '/* FIXME */'),
      file('lib/orders/get-order.ts', '// @ts-expect-error because'),
    ],
    accepted: [file('lib/orders/get-order.ts', "export const x = 'TODO';")],
  },
  'nothing is typed any': {
    refused: [
      file('lib/orders/get-order.ts', 'export const x = (y: any) => y;'),
      file('tests/db/a.test.ts', 'export const x = f() as Array<any>;'),
    ],
    accepted: [file('lib/orders/get-order.ts', "export const any = 'any';")],
  },
  'no path of one machine': {
    refused: [
      file('README.md', `see ${'/ho'}me/somebody/notes`),
      file('scripts/start.mjs', `const a = '${'/ro'}ot/clone';`),
      file('lib/orders/store.ts', `const a = '${'C:'}\\\\clone';`),
    ],
    accepted: [
      file('README.md', 'https://example.com/home/page'),
      file('scripts/start.mjs', "const a = '/usr/bin/chromium';"),
    ],
  },
  'pages name start and end, never left and right': {
    refused: [
      file('components/ui/card.tsx', '<p className="text-left" />'),
      file('components/ui/card.tsx', '<p className="sm:-ml-2" />'),
      file('components/ui/card.tsx', '<p className="absolute right-0" />'),
      file('app/page.tsx', "const look = 'rounded-l';"),
      file('app/page.tsx', 'const look = { marginLeft: 3 };'),
      file('app/globals.css', 'a { padding-left: 1rem }'),
      file('app/globals.css', 'a { text-align: right }'),
      file('app/globals.css', 'a { left: 0 }'),
    ],
    accepted: [
      file('components/ui/card.tsx', '<p className="ms-2 text-start">left: ¥3</p>'),
      file('components/ui/card.tsx', "t('counts', { left: '3' }); // what is left-over"),
      file('app/globals.css', 'a { inset-inline-start: 0; background: none }'),
    ],
  },
  'no registry host in the lock file': {
    refused: [
      file('package-lock.json', '"resolved": "https://registry.example/a.tgz"'),
      file('.npmrc', 'registry=https://registry.example/'),
    ],
    accepted: [file('package-lock.json', '"url": "https://opencollective.example/a"')],
  },
  'both languages have every message': {
    refused: [
      file('app/_messages/en/a.json', '{"x":{"y":"one"}}'),
      file('app/_messages/en/b.json', '{"x":"one","z":"two"}'),
      file('app/_messages/zh-CN/b.json', '{"x":"一","z":" "}'),
    ],
    accepted: [
      file('app/_messages/en/b.json', '{"x":"one"}'),
      file('app/_messages/zh-CN/b.json', '{"x":"一"}'),
    ],
  },
  'each language is itself': {
    refused: [
      file('app/_messages/zh-CN/a.json', '{"x":"点击 Pay 继续"}'),
      file('app/_messages/en/a.json', '{"x":"Press 支付"}'),
    ],
    accepted: [
      file(
        'app/_messages/zh-CN/a.json',
        '{"x":"还可再试 {left, plural, other {# 次}}，<b>{name}</b>"}',
      ),
      file(
        'app/_messages/en/a.json',
        '{"x":"中文 or {left, plural, one {# try} other {# tries}}"}',
      ),
    ],
  },
};

import { readTree } from '@/tests/tidy/tree';

/** "(cashier)/pay/[token]/page.tsx" → "/pay/[token]" */
export const addressOfFile = (path: string): string =>
  `/${path.replace(/\([^)]+\)\//g, '').replace(/\/?(page(\.tsx)?|route(\.ts)?)$/, '')}`;

/** Every page and route by its address, as Next writes it. */
export const addressesInTree = (): string[] =>
  readTree('app')
    .map(({ path }) => path)
    .filter((path) => /(^|\/)(page\.tsx|route\.ts)$/.test(path) && !path.startsWith('_server/'))
    .map(addressOfFile)
    .sort();

/** An address to ask: of the order whose page is given, and otherwise of nothing that is there. */
export const exampleOf = (address: string, payToken = 'nothing'): string =>
  address
    .replace(/^\/pay\/\[token\]/, `/pay/${payToken}`)
    .replace('[...nextauth]', 'session')
    .replace('[channel]', 'unionpay')
    .replace('[month]', '2026-01')
    .replace('[queue]', 'in-doubt')
    .replace(/\[[^\]]+\]/g, 'nothing');

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_DIR } from '@/scripts/lib/paths.mjs';

export type LogLine = Record<string, unknown> & { msg?: string };

/** What a process of a test's stack has logged as JSON so far, of one order. */
export const linesOf = (stack: string, service: 'app' | 'worker', orderId: string): LogLine[] =>
  readFileSync(path.join(DATA_DIR, 'logs', 'test', stack, `${service}.log`), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as LogLine)
    .filter((line) => line.orderId === orderId);

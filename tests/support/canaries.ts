import { appendFileSync, readFileSync } from 'node:fs';

/** What must be found nowhere once the suite has used it. */
export type CanaryKind = 'card' | 'id' | 'phone' | 'code' | 'password' | 'name' | 'secret';
export interface Canary {
  kind: CanaryKind;
  value: string;
}

/** The browser tests' set-up names the file; other tests remember theirs in their own process. */
const FILE = 'CASHIER_CANARIES';
const here: Canary[] = [];

/** Remembers a value that a test is about to use, and answers it. */
export function planted(kind: CanaryKind, value: string): string {
  here.push({ kind, value });
  const file = process.env[FILE];
  if (file) appendFileSync(file, `${JSON.stringify({ kind, value })}\n`);
  return value;
}

/** From here on, values are remembered there. */
export const rememberCanariesIn = (file: string): void => {
  appendFileSync(file, '');
  process.env[FILE] = file;
};

/** Those of this process. */
export const canariesHere = (): readonly Canary[] => here;

/** All that the browser tests have used, each once. */
export function usedCanaries(): Canary[] {
  const lines = readFileSync(process.env[FILE] ?? '', 'utf8').split('\n');
  return [...new Set(lines.filter(Boolean))].map((line) => JSON.parse(line) as Canary);
}

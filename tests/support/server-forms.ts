import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '@/scripts/lib/paths.mjs';
import { addressOfFile, exampleOf } from './route-addresses';

/** A form's server side, as the running build knows it. */
export interface ServerForm {
  id: string;
  /** "app/(cashier)/pay/[token]/actions.ts payAction" */
  name: string;
  /** A page that has the form, of an order or object that is none. */
  at: string;
}

interface Listed {
  filename: string;
  exportedName: string;
  workers: Record<string, unknown>;
}

/** All of them, from the list that Next writes into the build. */
export function serverForms(): ServerForm[] {
  const file = path.join(ROOT, '.next', 'server', 'server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, Listed> };
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const [page = ''] = Object.keys(workers).sort();
    return {
      id,
      name: `${filename} ${exportedName}`,
      at: exampleOf(addressOfFile(page.replace(/^app\//, ''))),
    };
  });
}

/** Sends it empty, as React's own script would, with these headers. */
export function sendForm(
  origin: string,
  { id, at }: ServerForm,
  headers: Record<string, string>,
): Promise<Response> {
  const body = new FormData();
  // Part 1 is the form; part 0, the arguments, names it: the state before and the form.
  body.append('1_nothing', '');
  body.append('0', '[{"status":"idle"},"$K1"]');
  return fetch(`${origin}${at}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'next-action': id, accept: 'text/x-component', ...headers },
    body,
  });
}

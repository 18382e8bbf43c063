import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a form may weigh; Next refuses a heavier one by itself. */
const HEAVIEST_BYTES = 1_048_576;

let ids: ReadonlySet<string> | undefined;

/** The forms that this build answers, by the numbers that Next gave them; none where it left no list. */
function knownIds(): ReadonlySet<string> {
  ids ??= readIds(path.join(process.cwd(), '.next', 'server', 'server-reference-manifest.json'));
  return ids;
}

export function readIds(file: string): ReadonlySet<string> {
  try {
    const { node = {}, edge = {} } = JSON.parse(readFileSync(file, 'utf8'));
    return new Set([...Object.keys(node), ...Object.keys(edge)]);
  } catch {
    return new Set();
  }
}

/**
 * Does this build answer the form? A page that an earlier build drew posts to a number that is gone
 * once the form's file or function has another name; Next would answer it with a bare line of text.
 * Where it can't be told, Next decides.
 */
export async function isKnownForm(
  request: Request,
  known: ReadonlySet<string> = knownIds(),
): Promise<boolean> {
  if (known.size === 0) return true;
  const posted = request.headers.get('next-action');
  if (posted !== null) return known.has(posted);
  const plain = request.headers.get('content-type')?.startsWith('multipart/form-data');
  const bytes = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!plain || !(bytes <= HEAVIEST_BYTES)) return true;
  const form = await readForm(request);
  return form === undefined || idsIn(form).every((id) => known.has(id));
}

/** undefined: whoever made this up, it is no form. */
async function readForm(request: Request): Promise<FormData | undefined> {
  try {
    return await request.formData();
  } catch {
    return undefined;
  }
}

/** Which actions a browser without JavaScript asks for, as React writes them into the form. */
function idsIn(form: FormData): string[] {
  return [...form.keys()].flatMap((name) => {
    const [, alone] = /^\$ACTION_ID_(.+)$/.exec(name) ?? [];
    if (alone !== undefined) return [alone];
    const [, bound] = /^\$ACTION_REF_(.+)$/.exec(name) ?? [];
    if (bound === undefined) return [];
    const [, id = ''] = /^\{"id":"([^"]*)"/.exec(String(form.get(`$ACTION_${bound}:0`))) ?? [];
    return [id];
  });
}

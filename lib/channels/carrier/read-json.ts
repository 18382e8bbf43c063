import type { ZodType } from 'zod';

/** The content of UTF-8 JSON of this shape; undefined for anything else. */
export function readJson<T>(bytes: Uint8Array, shape: ZodType<T>): T | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return shape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

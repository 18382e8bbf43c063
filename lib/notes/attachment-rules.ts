import { Refusal } from '@/lib/core/errors';
import { readPicture } from '@/lib/merchants/picture-rules';
import { withoutMetadata } from './metadata-rules';
import type { MediaType } from './note';

/** Bytes of one file: 5 MB. */
export const LARGEST_ATTACHMENT = 5 * 1024 * 1024;
/** Beside one order or case. */
export const MOST_ATTACHMENTS = 20;
const LONGEST_NAME = 100;

/**
 * Which of the four kinds a file is, by its own bytes and never by its name or by what the browser says.
 * Undefined for anything else. SVG and HTML are none of them on purpose: they can hold scripts.
 */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | undefined =>
  readPicture(bytes)?.mediaType ?? (isPdf(bytes) ? 'application/pdf' : undefined);

/** ISO 32000-2, 7.5.2 and 7.5.5: the header is the first line, the end-of-file mark the last one. */
function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const tail = Buffer.from(bytes.subarray(-1_024)).toString('latin1');
  return /^%PDF-[12]\.\d$/.test(head) && tail.includes('%%EOF');
}

/**
 * What is kept of a file that somebody brings: a picture loses where and by whom it was taken.
 *
 * @throws Refusal attachment_too_large, attachment_type
 */
export function acceptAttachment(bytes: Uint8Array): { mediaType: MediaType; bytes: Uint8Array } {
  if (bytes.length > LARGEST_ATTACHMENT) throw new Refusal('attachment_too_large', { most: 5 });
  const mediaType = mediaTypeOf(bytes);
  if (!mediaType) throw new Refusal('attachment_type');
  return { mediaType, bytes: withoutMetadata(bytes, mediaType) };
}

const ENDINGS: Record<MediaType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** The name as a person knows it, without a path, without what a file system or header reads otherwise, with the ending of what it is. */
export function cleanFileName(given: string, mediaType: MediaType): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}"'*:<>?|;%\\/]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${[...stem].slice(0, LONGEST_NAME).join('') || 'file'}.${ENDINGS[mediaType]}`;
}

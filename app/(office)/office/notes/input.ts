import { z } from 'zod';
import { noteAudience, noteBody } from '@/lib/notes/schema';
import { readSubject } from '../attachments/subject';

/** What the form of a note sends. */
export const keepNoteInput = z.object({
  subject: z.string().transform(readSubject),
  audience: noteAudience,
  body: noteBody,
});

/** What a page with notes and files reads of its address. */
export const NOTES_QUERY = {
  reply: z.string().regex(/^[a-z_]{1,40}$/),
  lang: z.enum(['zh-CN', 'en']),
  noted: z.literal('1'),
  attached: z.literal('1'),
  unattached: z.string().regex(/^[a-z_]{1,40}$/),
};

export type NotesQuery = {
  [Name in keyof typeof NOTES_QUERY]?: z.output<(typeof NOTES_QUERY)[Name]>;
};

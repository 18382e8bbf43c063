'use server';

import { redirect } from 'next/navigation';
import { action } from '@/app/_server/action';
import { staffActor } from '@/app/_server/staff';
import { keepNote } from '@/lib/notes/keep-note';
import { pageOfSubject } from '../attachments/subject';
import { keepNoteInput } from './input';

/** The page that follows shows the note among the others. */
export const keepNoteAction = action({
  name: 'keep note',
  input: keepNoteInput,
  may: (user) => user?.role === 'office',
  keep: ['audience', 'body'],
  run: async ({ subject, audience, body }, user) => {
    await keepNote({ ...subject, audience, body, by: staffActor(user) });
    redirect(`${pageOfSubject(subject)}?noted=1#notes`);
  },
});

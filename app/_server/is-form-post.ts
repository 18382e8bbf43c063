import { headers } from 'next/headers';

/** Is the page drawn as the answer to a form of its own, posted without JavaScript? */
export const isFormPost = async (): Promise<boolean> =>
  (await headers()).get('content-type')?.startsWith('multipart/form-data') ?? false;

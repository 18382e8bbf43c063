import { unknownPath } from '@/app/_server/no-call';

/** Whatever address below /api/v1 is none: a program is answered as a program, not with a page. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = unknownPath;

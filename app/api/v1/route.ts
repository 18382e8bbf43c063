import { unknownPath } from '@/app/_server/no-call';

/** The API's own address is no call, either. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = unknownPath;

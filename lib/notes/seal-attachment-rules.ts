/** A file's own data key is wrapped for that file alone… */
export const keyContext = (attachmentId: string): string => `attachment-key:${attachmentId}`;

/** …and its bytes are sealed for it and its subject: neither opens beside another one. */
export const contentContext = (
  attachmentId: string,
  { subjectType, subjectId }: { subjectType: string; subjectId: string },
): string => `attachment:${subjectType}:${subjectId}:${attachmentId}`;

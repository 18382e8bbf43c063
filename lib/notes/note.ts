export const AUDIENCES = ['internal', 'merchant', 'shopper'] as const;
/** For whom a note is meant: the office alone, the merchant as well, or the shopper. */
export type Audience = (typeof AUDIENCES)[number];

export const SUBJECT_TYPES = ['order', 'refund_case'] as const;
/** What a note or a file is about. */
export interface Subject {
  subjectType: (typeof SUBJECT_TYPES)[number];
  subjectId: string;
}

export interface Note extends Subject {
  id: string;
  audience: Audience;
  body: string;
  authorId: string;
  createdAt: Date;
}

/** The kinds of file that are taken, by their own first bytes. */
export const MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'application/pdf'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** What is told about a file without opening it. */
export interface Attachment extends Subject {
  id: string;
  fileName: string;
  mediaType: MediaType;
  sizeBytes: number;
  uploadedBy: string;
  createdAt: Date;
}

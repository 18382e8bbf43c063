/** Somebody looked the person in the face: this alone makes class III. */
export const FACE_TO_FACE = 'face_to_face';

/**
 * Who outside confirmed an identity. Two confirmations count as two only if they come from different
 * sources: each bank is one.
 */
export type VerificationSource = 'identity' | typeof FACE_TO_FACE | `bank:${string}`;

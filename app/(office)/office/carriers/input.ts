import { z } from 'zod';
import { causeField } from '../channels/terms-input';

export const DRAFT_ID = z.string().regex(/^ccd_[0-9a-z]{26}$/);
export const STOP_ID = z.string().regex(/^csp_[0-9a-z]{26}$/);

/** What the form below a preview sends. */
export const applyDraftInput = z.object({ draftId: DRAFT_ID });

/** What the form beside a stop sends. */
export const liftStopInput = z.object({ stopId: STOP_ID, cause: causeField });

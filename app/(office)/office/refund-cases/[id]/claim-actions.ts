'use server';

import { action } from '@/app/_server/action';
import { staffActor } from '@/app/_server/staff';
import { approveClaim } from '@/lib/refund-cases/approve-claim';
import { handClaim } from '@/lib/refund-cases/hand-claim';
import { openClaim } from '@/lib/refund-cases/open-claim';
import { sendClaim } from '@/lib/refund-cases/send-claim';
import { caseAction } from './case-action';
import { approveClaimInput, caseInput, handClaimInput, reasonInput } from './input';

export const sendClaimAction = caseAction('sendClaim', caseInput, ({ caseId }, by) =>
  sendClaim({ caseId, by }),
);

export const openClaimAction = caseAction('openClaim', reasonInput, ({ caseId, reason }, by) =>
  openClaim({ caseId, identityNote: reason, by }),
);

export const approveClaimAction = caseAction(
  'approveClaim',
  approveClaimInput,
  ({ claimId, code }, by) => approveClaim({ claimId, code, by }),
);

/** Shown in the answer to this press and nowhere else: never in an address. */
export const handClaimAction = action({
  name: 'case handClaim',
  input: handClaimInput,
  may: (user) => user?.role === 'office',
  run: ({ claimId }, user) => handClaim({ claimId, by: staffActor(user) }),
});

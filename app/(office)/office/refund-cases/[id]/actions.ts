'use server';

import { approveTransfer } from '@/lib/refund-cases/approve-transfer';
import { assignRefundCase } from '@/lib/refund-cases/assign-refund-case';
import { endRefundCase } from '@/lib/refund-cases/end-refund-case';
import { proposeTransfer } from '@/lib/refund-cases/propose-transfer';
import { rejectPayee } from '@/lib/refund-cases/reject-payee';
import { undoApproval } from '@/lib/refund-cases/undo-approval';
import { voidProposal } from '@/lib/refund-cases/void-proposal';
import { caseAction } from './case-action';
import { approveInput, assignInput, endInput, reasonInput } from './input';

export const proposeAction = caseAction('propose', reasonInput, ({ caseId, reason }, by) =>
  proposeTransfer({ caseId, note: reason, by }),
);

export const approveAction = caseAction('approve', approveInput, (given, by) =>
  approveTransfer({ ...given, by }),
);

export const sendBackAction = caseAction('sendBack', reasonInput, ({ caseId, reason }, by) =>
  voidProposal({ caseId, why: reason, by }),
);

export const rejectAction = caseAction('reject', reasonInput, ({ caseId, reason }, by) =>
  rejectPayee({ caseId, why: reason, by }),
);

export const undoAction = caseAction('undo', reasonInput, ({ caseId, reason }, by) =>
  undoApproval({ caseId, why: reason, by }),
);

export const assignAction = caseAction('assign', assignInput, ({ caseId, reason, to }, by) =>
  assignRefundCase({ caseId, to, note: reason, by }),
);

export const endAction = caseAction('end', endInput, ({ caseId, reason, code }, by) =>
  endRefundCase({ caseId, why: reason, code, by }),
);

import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/ui/action-state';
import { listAssignees } from '@/lib/support/list-assignees';
import type { ActField } from './act-form';
import {
  approveAction,
  assignAction,
  endAction,
  proposeAction,
  rejectAction,
  sendBackAction,
  undoAction,
} from './actions';
import type { Act } from './acts';
import type { CaseScene } from './case-scene';
import { approveClaimAction, openClaimAction, sendClaimAction } from './claim-actions';

type FormAct = Exclude<Act, 'handClaim'>;

const ACTIONS: Record<FormAct, (state: ActionState, form: FormData) => Promise<ActionState>> = {
  propose: proposeAction,
  approve: approveAction,
  sendBack: sendBackAction,
  reject: rejectAction,
  undo: undoAction,
  assign: assignAction,
  end: endAction,
  sendClaim: sendClaimAction,
  openClaim: openClaimAction,
  approveClaim: approveClaimAction,
};

export const actionOf = (act: FormAct) => ACTIONS[act];

/** What each of them has to be told. */
export async function fieldsOf(act: FormAct, { by }: CaseScene): Promise<ActField[]> {
  const t = await getTranslations('officeCase.acts');
  const reason = {
    name: 'reason',
    kind: 'lines',
    label: t('reason'),
    hint: t('reasonHint'),
  } as const;
  const code = { name: 'code', kind: 'code', label: t('code'), hint: t('codeHint') } as const;
  switch (act) {
    case 'sendClaim':
      return [];
    case 'approve':
    case 'approveClaim':
      return [code];
    case 'propose':
      return [{ ...reason, label: t('note'), hint: t('noteHint') }];
    case 'openClaim':
      return [{ ...reason, label: t('openClaim.note'), hint: t('reasonHint') }];
    case 'assign': {
      const colleagues = await listAssignees();
      const options = colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }));
      return [
        { name: 'to', kind: 'choice', label: t('assign.to'), options, initial: by.id },
        reason,
      ];
    }
    case 'end':
      return [reason, code];
    default:
      return [reason];
  }
}

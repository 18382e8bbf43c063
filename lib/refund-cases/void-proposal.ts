import { type StepBack, stepBack } from './step-back';

/**
 * Sends a proposal back to be completed: approvals given so far count for nothing. Its maker may do so,
 * too.
 *
 * @throws Refusal not_permitted, not_found, invalid_request (why), state_conflict
 */
export const voidProposal = (given: StepBack): Promise<void> =>
  stepBack(given, { action: 'case.send_back', event: 'void' });

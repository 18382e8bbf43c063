import { type StepBack, stepBack } from './step-back';

/**
 * Stops an approved transfer in its cool-off, as long as it has not left: the case's row decides which
 * of the two was first. It has to be proposed and approved again.
 *
 * @throws Refusal not_permitted, not_found, invalid_request (why), state_conflict (it has left)
 */
export const undoApproval = (given: StepBack): Promise<void> =>
  stepBack(given, { action: 'case.undo', event: 'undo' });

import type { Certificates } from './certificates/load-certificates';
import type { SandboxConfig } from './config';
import type { DueWork } from './notices/due-work';
import type { Store } from './state/store';

/** What every part of the simulator is given. */
export interface Simulator {
  config: SandboxConfig;
  certificates: Certificates;
  store: Store;
  dueWork: DueWork;
}

import type { CalledChannel } from './health';

/** A time in which a channel has said beforehand that it takes nothing. */
export interface MaintenanceWindow {
  id: string;
  channel: CalledChannel;
  startsAt: Date;
  endsAt: Date;
  reason: string;
  /** Who planned it. */
  createdBy: string;
}

/** What is planned for a channel: the end of what has begun, or the start of what is near. */
export interface Maintenance {
  until?: Date;
  from?: Date;
}

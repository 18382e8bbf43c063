/** How long the link of an invitation is good. */
export const INVITATION_HOURS = 72;

/** Members who can sign in and open invitations of one merchant, together. */
export const MOST_MEMBERS = 200;

/** What an invitation's link is made of; nothing else is looked up. */
export const isInvitationToken = (text: string): boolean => /^[A-Za-z0-9_-]{32,64}$/.test(text);

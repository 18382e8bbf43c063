import { refusal } from './refusal';

/** What a merchant's members can be refused. Part of the one table in refusals.ts. */
export const MEMBER_REFUSALS = {
  member_email_taken: refusal(
    409,
    '这个邮箱已有账户，请换一个邮箱',
    'There is an account with this e-mail address already; use another one',
  ),
  member_own_account: refusal(
    409,
    '不能更改自己的账户，请由另一位所有者操作',
    'Nobody changes their own account; ask another owner',
  ),
  member_limit: refusal(
    409,
    '成员和未用的邀请加起来最多 {most} 个',
    'There can be {most} members and open invitations at most',
  ),
  invitation_over: refusal(
    410,
    '这个邀请已经用过、撤回或过期，请向邀请您的人再要一个',
    'This invitation was used, withdrawn or is too old; ask whoever invited you for another one',
  ),
} as const;

import { refusal } from './refusal';

/** What the office's own people can be refused. Part of the one table in refusals.ts. */
export const STAFF_REFUSALS = {
  totp_wrong: refusal(
    403,
    '动态码不对，或者已经用过：请等验证器显示下一个再填',
    'The authenticator’s code is wrong or was used already: wait for the next one',
  ),
  totp_needed: refusal(
    403,
    '请先绑定验证器，再用动态码确认',
    'Set up an authenticator first; its code is needed here',
  ),
  checker_too_new: refusal(
    403,
    '新加入、刚换角色或刚重置验证器的同事 24 小时内不能复核，请由另一位同事处理',
    'Nobody approves within 24 hours of being added, given another role or losing their authenticator; another colleague has to',
    'warn',
  ),
  staff_email_taken: refusal(
    409,
    '这个邮箱已有账户',
    'There is an account with this e-mail address already',
  ),
  staff_own_account: refusal(
    409,
    '不能更改自己的账户，请由另一位管理员操作',
    'Nobody changes their own account; ask another administrator',
  ),
  staff_last_admin: refusal(
    409,
    '至少要留下一位可以登录的管理员',
    'At least one administrator who can sign in must stay',
  ),
  staff_password_used: refusal(
    422,
    '新密码不能与现在的密码相同',
    'The new password must differ from the present one',
  ),
} as const;

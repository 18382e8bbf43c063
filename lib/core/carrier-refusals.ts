import { refusal } from './refusal';

/** What can be refused about phone bills, and about the catalogue of what they can pay. Part of the one table in refusals.ts. */
export const CARRIER_REFUSALS = {
  // a phone and its limits
  number_unknown: refusal(
    409,
    '无法识别这个手机号，请核对后再试',
    'This number is not known; check it and try again',
  ),
  carrier_limit_reached: refusal(
    409,
    '超过话费支付的限额，请换一种方式',
    'This is over the limits for phone bills; choose another way',
  ),
  // the catalogue
  catalogue_empty: refusal(422, '文件里没有内容', 'There is nothing in the file'),
  catalogue_too_large: refusal(
    413,
    '文件太大，最多 {most} 行、20 MB',
    'The file is too large: at most {most} lines and 20 MB',
  ),
  catalogue_has_problems: refusal(
    422,
    '文件里有问题，没有任何改动；请改好后重新上传',
    'The file has problems, and nothing was changed; correct it and upload it again',
  ),
  catalogue_draft_gone: refusal(
    410,
    '这次预览已过期或已生效，请重新上传文件',
    'This preview is too old or in effect already; upload the file again',
  ),
  catalogue_changed: refusal(
    409,
    '预览之后目录又有变动，请重新上传文件核对',
    'The catalogue changed after this preview; upload the file again and look at it once more',
  ),
  // subscriptions
  subscription_not_found: refusal(
    404,
    '没有找到这个订阅，它可能不属于您',
    'There is no such subscription, or it is not yours',
  ),
} as const;

/** A number of China Mobile in Beijing, but for its last four digits. */
const BEIJING = '138 0031';

/** Numbers that mean something, for the page with the test data; `meanings.ts` and `numbers.ts` make them true. */
export const TEST_NUMBERS: { number: string; zh: string; en: string }[] = [
  { number: `${BEIJING} 1234`, zh: '中国移动，北京：正常', en: 'China Mobile, Beijing: pays' },
  { number: '138 0015 1234', zh: '中国移动，河南：正常', en: 'China Mobile, Henan: pays' },
  { number: `${BEIJING} 0001`, zh: '话费余额不足', en: 'Not enough credit' },
  { number: `${BEIJING} 0002`, zh: '黑名单', en: 'Blacklisted' },
  { number: `${BEIJING} 0003`, zh: '空号', en: 'Nobody’s number' },
  { number: `${BEIJING} 0004`, zh: '收不到验证码', en: 'The code never arrives' },
  {
    number: `${BEIJING} 0005`,
    zh: '确认已完成，应答丢失一次',
    en: 'Confirmed, but the reply is lost once',
  },
  { number: `${BEIJING} 0009`, zh: '先处理中，后成功', en: 'In process, then paid' },
  { number: `${BEIJING} 0010`, zh: '先处理中，后拒绝', en: 'In process, then denied' },
  {
    number: `${BEIJING} 0011`,
    zh: '验证码与网页对换',
    en: 'A page instead of a code, and the other way round',
  },
  { number: `${BEIJING} 0012`, zh: '超过运营商限额', en: 'Over the carrier’s own limit' },
  {
    number: `${BEIJING} 0013`,
    zh: '续费前两次余额不足',
    en: 'No credit for the first two renewals',
  },
  { number: `${BEIJING} 0202`, zh: '已携号转网到联通', en: 'Ported to China Unicom' },
  { number: `${BEIJING} 0300`, zh: '拒绝退费', en: 'Refunds are denied' },
];

/** 张三, whom the simulated register knows by that number. */
export const HOLDER = { name: '张三', idNo: '110101199003070038' };
/** What the simulator takes for right, wherever it has sent a code. */
export const RIGHT_CODE = '111111';
export const WRONG_CODE = '123456';

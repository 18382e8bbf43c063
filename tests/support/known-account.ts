/** A bank account that the simulated bank knows, and whose it is. */
export const CARD = '6200000000000005';
export const HOLDER = '张三';

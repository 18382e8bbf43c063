import { inject } from 'vitest';
import { checkedFetch } from './checked-fetch';

// Tests that call use cases beside the running app do so with the app's own database and keys.
Object.assign(process.env, inject('stack').env);

// Whatever a test asks the merchant API for another reason, its answer is one that the reference describes.
globalThis.fetch = checkedFetch(globalThis.fetch);

import { ACCOUNT } from './account';
import { SPENDING } from './spending';

/** Every sentence of the page, an area a file. A second language is a second object of this type. */
export const TEXT = { account: ACCOUNT, spending: SPENDING };

import { spoken } from './language';
import { KEYS } from './text/account';
import { keysDe } from './text/de/account';
import { menuDe, menuLabelsDe } from './text/de/menu';
import { MENU, MENU_LABELS } from './text/menu';

// Tables that a person reads in menu and dialogs. What cells show is not among them: that is English for everybody.
export const menuText = spoken(MENU, menuDe);
export const menuLabels = spoken(MENU_LABELS, menuLabelsDe);
export const keysText = spoken(KEYS, keysDe);

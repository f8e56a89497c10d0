import { spoken } from './language';
import { historyDe } from './text/de/history';
import { menuDe, menuLabelsDe } from './text/de/menu';
import { HISTORY } from './text/history';
import { MENU, MENU_LABELS } from './text/menu';

// Tables that a person reads in menu and dialogs. What cells show is not among them: that is English for everybody.
export const menuText = spoken(MENU, menuDe);
export const menuLabels = spoken(MENU_LABELS, menuLabelsDe);
export const historyText = spoken(HISTORY, historyDe);

import { spoken } from './language';
import { historyDe } from './text/de/history';
import { menuDe, menuLabelsDe } from './text/de/menu';
import { historyEn } from './text/history';
import { menuTextEn, menuLabelsEn } from './text/menu';

// Tables that a person reads in menu and dialogs. What cells show is not among them: that is English for everybody.
export const menuText = spoken(menuTextEn, menuDe);
export const menuLabels = spoken(menuLabelsEn, menuLabelsDe);
export const historyText = spoken(historyEn, historyDe);

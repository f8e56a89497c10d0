import { spoken } from './language';
import { KEYS } from './text/account';
import { CONSENT } from './text/consent';
import { keysDe } from './text/de/account';
import { consentDe } from './text/de/consent';
import { historyDe } from './text/de/history';
import { menuDe, menuLabelsDe } from './text/de/menu';
import { sidebarDe } from './text/de/sidebar';
import { trialDe } from './text/de/trial';
import { HISTORY } from './text/history';
import { MENU, MENU_LABELS } from './text/menu';
import { SIDEBAR } from './text/sidebar';
import { TRIAL } from './text/trial';

// Tables that a person reads in menu and dialogs. What cells show is not among them: that is English for everybody.
export const menuText = spoken(MENU, menuDe);
export const menuLabels = spoken(MENU_LABELS, menuLabelsDe);
export const keysText = spoken(KEYS, keysDe);
export const consentText = spoken(CONSENT, consentDe);
export const sidebarText = spoken(SIDEBAR, sidebarDe);
export const trialText = spoken(TRIAL, trialDe);
export const historyText = spoken(HISTORY, historyDe);

import { badInput } from '../core/error';
import type { Dialogs, Host, Workbook } from '../core/ports';
import { CLIENT_PROPERTY, KEY_PROPERTY } from '../spend/purse';

const TITLE = 'influData API key';
const KEY_FORM = /^[\x21-\x7e]{8,200}$/;

/** Menu: *API key…*: stores or removes this person's key and client id, and by choice the spreadsheet's. Free. */
export function changeApiKey(host: Host, workbook: Workbook, dialogs: Dialogs): void {
  const key = dialogs.ask(
    TITLE,
    'Paste your API key. It is kept for you alone. Leave it empty to remove the one that is stored.',
  );
  if (key === undefined) return;
  if (key === '') return removeKey(host, workbook, dialogs);
  if (!KEY_FORM.test(key))
    throw badInput('That does not look like an API key: one word without spaces. Copy it again and paste it as it is.');
  const clientId = dialogs.ask(
    TITLE,
    'Your client id (influData tells it with the key; it lets the add-on read the balance). It may stay empty.',
  );
  if (clientId === undefined) return;
  const values = { [KEY_PROPERTY]: key, [CLIENT_PROPERTY]: clientId };
  host.userProperties.setMany(values);
  const isShared = dialogs.confirm(
    TITLE,
    "Store it in the spreadsheet as well? Then everyone's formulas use it: every editor of this spreadsheet can spend from it, and could read it. Without that, formulas use the key of the spreadsheet's owner.",
  );
  if (isShared) host.documentProperties.setMany(values);
  workbook.toast(
    `The key that ends in ${key.slice(-4)} is stored${isShared ? ', for you and in this spreadsheet' : ' for you'}.`,
  );
}

function removeKey(host: Host, workbook: Workbook, dialogs: Dialogs): void {
  const isShared = KEY_PROPERTY in host.documentProperties.all();
  const stores = [host.userProperties];
  if (isShared && dialogs.confirm(TITLE, 'Remove the key that is stored in this spreadsheet as well?'))
    stores.push(host.documentProperties);
  for (const store of stores) for (const name of [KEY_PROPERTY, CLIENT_PROPERTY]) store.remove(name);
  workbook.toast('The key is removed. What was paid for stays.');
}

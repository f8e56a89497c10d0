/** Ui.alert and Ui.prompt (the script waits for the answer), and toasts. */
import type { DialogRequest } from '../protocol';
import { byId, element } from './element';

/** Sheets' names of the buttons and what they say. */
const labels: Record<string, string> = {
  START_OVER: 'Start over',
  OK: 'OK',
  CANCEL: 'Cancel',
  YES: 'Yes',
  NO: 'No',
  CLOSE: 'Close',
};

export function showDialog(request: DialogRequest, answer: (button: string, text: string) => void): void {
  const dialog = element('dialog', { class: 'script-dialog', 'aria-label': request.title || 'Message' });
  const input = element('input', { type: 'text', 'aria-label': request.message || request.title });
  const finish = (button: string) => {
    dialog.close();
    dialog.remove();
    answer(button, input.value);
  };
  const buttons = request.buttons.map((button, index) =>
    element(
      'button',
      { type: 'button', class: index === 0 ? 'primary' : '', 'data-button': button, click: () => finish(button) },
      labels[button] ?? button,
    ),
  );
  dialog.append(
    element('h2', {}, request.title || 'influData'),
    element('p', {}, request.message),
    ...(request.type === 'prompt' ? [input] : []),
    element('div', { class: 'buttons' }, ...buttons),
  );
  // Escape and the cross count as closing the dialog, which a script can tell from its buttons.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    finish('CLOSE');
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && document.activeElement === input) finish(request.buttons[0] ?? 'OK');
  });
  document.body.append(dialog);
  dialog.showModal();
  if (request.type === 'prompt') input.focus();
  else buttons[0]?.focus();
}

/** @param seconds negative: until dismissed, as Spreadsheet.toast has it */
export function showToast(title: string, message: string, seconds: number): void {
  const toast = element('div', { class: 'toast', role: 'status' });
  const dismiss = () => toast.remove();
  toast.append(
    element('div', {}, title ? element('strong', {}, title) : null, element('span', {}, message)),
    element('button', { type: 'button', 'aria-label': 'Dismiss', click: dismiss }, '×'),
  );
  // One toast at a time: a new one replaces the old.
  byId('toasts').replaceChildren(toast);
  if (seconds >= 0) setTimeout(dismiss, seconds * 1000);
}

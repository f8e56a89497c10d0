import { EMPTY_FORM, parseForm, type Form } from './form';

const KEY = 'influData.find';

/** Frames may be refused storage; then the form lives as long as the page. */
export function keptForm(): Form {
  try {
    return parseForm(sessionStorage.getItem(KEY)) ?? EMPTY_FORM;
  } catch {
    return EMPTY_FORM;
  }
}

export function keepForm(form: Form): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(form));
  } catch {
    // See above.
  }
}

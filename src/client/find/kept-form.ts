import { keep, kept } from '../form/kept';
import { EMPTY_FORM, parseForm, type Form } from './form';

const NAME = 'find';

export const keptForm = (): Form => parseForm(kept(NAME)) ?? EMPTY_FORM;
export const keepForm = (form: Form): void => keep(NAME, form);

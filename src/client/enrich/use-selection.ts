import type { Selection, SelectionForm } from '../../sidebar/calls';
import { call } from '../call';
import { useReading, type Reading } from '../run/use-reading';

/** The rows that are selected, and what their data would cost. */
export const useSelection = (form: SelectionForm, isActive: boolean): Reading<SelectionForm, Selection> =>
  useReading(readRows, rowsAndPrice, form, isActive);

const readRows = (form: SelectionForm): Promise<Selection> => call('readSelection', form);

const rowsAndPrice = ({ sheetId, keys, creators, requests }: Selection): unknown => [sheetId, keys, creators, requests];

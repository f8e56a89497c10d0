// SpreadsheetApp.Protection.
import type { ProtectionView } from '../spreadsheet/spreadsheet-methods';
import { ask, createRange, refOf } from './spreadsheet-host';
import type { RangeRef } from './spreadsheet-host';

type Protection = GoogleAppsScript.Spreadsheet.Protection;
type Range = GoogleAppsScript.Spreadsheet.Range;
type User = GoogleAppsScript.Base.User;

export function createUser(email: string): User {
  const user: Pick<User, 'getEmail'> = { getEmail: () => email };
  return Object.assign(user, { toString: () => email }) as User;
}

const emailOf = (user: string | User): string => (typeof user === 'string' ? user : user.getEmail());

class ScriptProtection {
  #view: ProtectionView;
  constructor(view: ProtectionView) {
    this.#view = view;
  }
  #alter(change: Partial<ProtectionView>): Protection {
    ask('Spreadsheet.setProtection', this.#view.id, change);
    this.#view = { ...this.#view, ...change };
    return this as unknown as Protection;
  }
  #editors(add: string[], remove: string[]): Protection {
    ask('Spreadsheet.setProtectionEditors', this.#view.id, add, remove);
    return this as unknown as Protection;
  }
  addEditor(user: string | User): Protection {
    return this.#editors([emailOf(user)], []);
  }
  removeEditor(user: string | User): Protection {
    return this.#editors([], [emailOf(user)]);
  }
  removeEditors(users: (string | User)[]): Protection {
    return this.#editors([], users.map(emailOf));
  }
  getEditors(): User[] {
    return ask<string[]>('Spreadsheet.getProtectionEditors', this.#view.id).map(createUser);
  }
  canEdit(): boolean {
    return this.#view.canEdit;
  }
  canDomainEdit(): boolean {
    return this.#view.domainEdit;
  }
  setDomainEdit(editable: boolean): Protection {
    return this.#alter({ domainEdit: editable });
  }
  setDescription(description: string): Protection {
    return this.#alter({ description });
  }
  setWarningOnly(warningOnly: boolean): Protection {
    return this.#alter({ warningOnly });
  }
  getRange(): Range {
    const { sheetId, area } = this.#view;
    return createRange(area ? { sheetId, ...area } : ask<RangeRef>('Sheet.getGridRange', sheetId));
  }
  setUnprotectedRanges(ranges: Range[]): Protection {
    return this.#alter({ unprotected: ranges.map(refOf).map(({ sheetId: _sheetId, ...area }) => area) });
  }
  remove(): void {
    ask('Spreadsheet.removeProtection', this.#view.id);
  }
}

export function createProtection(view: ProtectionView): Protection {
  const protection: Pick<Protection, keyof ScriptProtection & keyof Protection> = new ScriptProtection(view);
  return protection as Protection;
}

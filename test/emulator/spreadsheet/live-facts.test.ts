import { describe, expect, it } from 'vitest';
import { SPREADSHEET } from '../../../dev/emulator/limits';
import { emulate } from '../harness';
import { failure, result } from './script';

const taken = (name: string): string => `A sheet with the name "${name}" already exists. Please enter another name.`;
/** The script that makes a text of so many characters. */
const text = (characters: number): string => `new Array(${characters} + 1).join("x")`;

// What third parties recorded of live Google Sheets, where one would have guessed otherwise.
describe('names of sheets', () => {
  it('are unique without regard to case, and found with regard to it', async () => {
    const emulator = await emulate('');
    expect(await failure(emulator, 'ss.insertSheet("SHEET1")')).toBe(taken('SHEET1'));
    expect(await failure(emulator, 'ss.insertSheet("X").setName("sheet1")')).toBe(taken('sheet1'));
    expect(await result(emulator, 'return ss.getSheetByName("SHEET1")')).toBeNull();
    expect(await result(emulator, 'return sheet.setName("SHEET1").getName()')).toBe('SHEET1');
  });
});

describe('Sheet.clear', () => {
  it('keeps validations, merged cells and frozen lines', async () => {
    const body = `sheet.getRange("A1:B1").merge(); sheet.setFrozenRows(1);
      sheet.getRange("A2").setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(5).build());
      sheet.clear();
      var rule = sheet.getRange("A2").getDataValidation();
      return [rule !== null, sheet.getRange("A1").isPartOfMerge(), sheet.getFrozenRows()];`;
    expect(await result(await emulate(''), body)).toEqual([true, true, 1]);
  });
});

describe('developer metadata', () => {
  const MOST = SPREADSHEET.maxMetadataCharacters;

  it('has 30,000 characters on a sheet, keys and columns included, and again on the next', async () => {
    const emulator = await emulate('');
    const body = `sheet.addDeveloperMetadata("key", ${text(MOST - 3)}); ss.insertSheet("B").addDeveloperMetadata("key", ${text(MOST - 3)});`;
    await result(emulator, body);
    expect(await failure(emulator, 'sheet.getRange("A:A").addDeveloperMetadata("k")')).toContain('30000 characters');
    expect(await failure(emulator, `sheet.getDeveloperMetadata()[0].setValue(${text(MOST - 2)})`)).toContain('30000');
    expect(await result(emulator, 'return sheet.getDeveloperMetadata()[0].getValue().length')).toBe(MOST - 3);
  });
});

describe('rows and columns that are not frozen', () => {
  it('cannot all be deleted', async () => {
    const emulator = await emulate('');
    const said = 'Sorry, it is not possible to delete all non-frozen rows.';
    expect(await failure(emulator, 'sheet.setFrozenRows(1); sheet.deleteRows(2, 999)')).toBe(said);
    expect(await failure(emulator, 'sheet.setFrozenRows(0); sheet.deleteRows(1, 1000)')).toBe(said);
    expect(await failure(emulator, 'sheet.setFrozenColumns(2); sheet.deleteColumns(3, 24)')).toContain('columns');
    expect(await result(emulator, 'sheet.deleteRows(2, 998); return sheet.getMaxRows()')).toBe(2);
  });
});

describe('merged cells', () => {
  it('keep the value at the top left', async () => {
    const body = `sheet.getRange("A1:B2").setValues([[1, 2], [3, 4]]).merge(); sheet.getRange("A1:B2").breakApart();
      return sheet.getRange("A1:B2").getValues();`;
    expect(await result(await emulate(''), body)).toEqual([
      [1, ''],
      ['', ''],
    ]);
  });

  it('do not lie across the line of the freeze, whichever comes first', async () => {
    const emulator = await emulate('');
    expect(await failure(emulator, 'sheet.setFrozenRows(1); sheet.getRange("A1:A2").merge()')).toBe(
      "You can't merge frozen and non-frozen rows.",
    );
    expect(await failure(emulator, 'sheet.setFrozenColumns(1); sheet.getRange("A5:B5").merge()')).toContain('columns');
    const frozen = 'sheet.setFrozenColumns(0); sheet.setFrozenRows(0); sheet.getRange("A1:B2").merge();';
    expect(await failure(emulator, `${frozen} sheet.setFrozenRows(1)`)).toContain('only part of a merged cell');
    expect(await failure(emulator, `${frozen} sheet.setFrozenColumns(1)`)).toContain('only part of a merged cell');
    expect(await result(emulator, `${frozen} sheet.setFrozenRows(2); return sheet.getFrozenRows()`)).toBe(2);
  });

  it('are broken apart and merged anew as a whole only', async () => {
    const emulator = await emulate('');
    const said = 'You must select all cells in a merged range to merge or unmerge them.';
    await result(emulator, 'sheet.getRange("A1:B2").merge()');
    expect(await failure(emulator, 'sheet.getRange("A1:A2").breakApart()')).toBe(said);
    expect(await failure(emulator, 'sheet.getRange("B2:C3").merge()')).toBe(said);
    await result(emulator, 'sheet.getRange("A1:C3").merge()');
    expect(emulator.spreadsheet.sheet('Sheet1').data.merges).toHaveLength(1);
  });
});

describe('number formats', () => {
  it('are reset by General; a blank one may leave them as they were', async () => {
    const body = `var r = sheet.getRange("A1").setValue(5).setNumberFormat("0.00"); var shown = [];
      r.setNumberFormat(""); shown.push(r.getDisplayValue());
      r.setNumberFormat("General"); shown.push(r.getDisplayValue()); return shown;`;
    expect(await result(await emulate(''), body)).toEqual(['5.00', '5']);
  });
});

describe('rich text', () => {
  it('has a run for each stretch, and a link belongs to its run', async () => {
    const body = `var bold = SpreadsheetApp.newTextStyle().setBold(true).build();
      var t = SpreadsheetApp.newRichTextValue().setText("Bold and a link").setTextStyle(0, 4, bold)
        .setLinkUrl(11, 15, "https://example.com/").build();
      var range = sheet.getRange("A1").setRichTextValue(t); SpreadsheetApp.flush();
      var back = range.getRichTextValue();
      return [back.getLinkUrl(), back.getRuns().map(function (r) {
        return [r.getText(), r.getLinkUrl()]; })];`;
    const emulator = await emulate('');
    expect(await result(emulator, body)).toEqual([
      null,
      [
        ['Bold', null],
        [' and a ', null],
        ['link', 'https://example.com/'],
      ],
    ]);
    const again = 'return sheet.getRange("A1").setValue("Bold and a link").getRichTextValue().getRuns().length';
    expect(await result(emulator, again)).toBe(1);
  });
});

describe('what looks like a number', () => {
  it('may be taken for one across blanks: text is safe under an apostrophe only', async () => {
    const body = `return sheet.getRange("A1:A2").setValues([["22 34"], ["'22 34"]]).getValues()`;
    expect(await result(await emulate(''), body)).toEqual([[2234], ['22 34']]);
  });
});

describe('ranges of whole lines', () => {
  it('are written without their ends', async () => {
    const body = `sheet.getRange("C:C").addDeveloperMetadata("mark");
      var mark = sheet.createDeveloperMetadataFinder().withKey("mark").find()[0].getLocation().getColumn();
      return ["D:F", "F:D", "5:7", "A2:B3"].map(function (a1) { return sheet.getRange(a1).getA1Notation(); })
        .concat(mark.getA1Notation(), sheet.getRange("D:F").getNumRows());`;
    expect(await result(await emulate(''), body)).toEqual(['D:F', 'D:F', '5:7', 'A2:B3', 'C:C', 1000]);
  });
});

import { describe, expect, it } from 'vitest';
import { SPREADSHEET } from '../../../dev/emulator/limits';
import { emulate } from '../harness';
import { failure, result } from './script';

describe('sheets', () => {
  it('inserted become the active one, after the one that was', async () => {
    const emulator = await emulate('');
    emulator.spreadsheet.insertSheet('Last', 1);
    emulator.spreadsheet.sheet('Sheet1').activate();
    expect(
      await result(
        emulator,
        'ss.insertSheet("Log"); return [ss.getActiveSheet().getName(), ss.getSheets().map(function (s) { return s.getName(); })]',
      ),
    ).toEqual(['Log', ['Sheet1', 'Log', 'Last']]);
    expect(emulator.spreadsheet.activeSheet().name).toBe('Log');
    expect(
      await result(
        emulator,
        'ss.setActiveSheet(sheet); ss.insertSheet("First", 0); return ss.getSheets()[0].getName()',
      ),
    ).toBe('First');
  });

  it('colour cells by rules that need a condition and a range, and follow their cells', async () => {
    const emulator = await emulate('');
    const rule = 'SpreadsheetApp.newConditionalFormatRule()';
    const set = `sheet.setConditionalFormatRules([${rule}.whenTextEqualTo("red").setBackground("#ff0000")`;
    expect(await failure(emulator, `${set}.build()])`)).toMatch(/range/);
    expect(await failure(emulator, `${rule}.setRanges([sheet.getRange("A1")]).build()`)).toMatch(/condition/);
    await result(emulator, `${set}.setRanges([sheet.getRange("B2:B9")]).build()]); sheet.insertRowsAfter(1, 3)`);
    const [format] = emulator.spreadsheet.sheet('Sheet1').data.conditionalFormats;
    expect(format).toMatchObject({
      areas: [{ row: 5, column: 2, rows: 8, columns: 1 }],
      values: ['red'],
      background: '#ff0000',
      fontColor: null,
    });
    await result(emulator, 'sheet.deleteColumn(2)');
    expect(emulator.spreadsheet.sheet('Sheet1').data.conditionalFormats).toEqual([]);
  });

  it('give their rules back, with formulas that follow their cells, and lists that are a range', async () => {
    const emulator = await emulate('');
    const own = 'sheet.getRange("B2:B9")';
    await result(
      emulator,
      `sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied("=$B2=$A$1")
        .setRanges([${own}]).build()]);
       ${own}.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange("A1:A3")).build());
       sheet.insertColumnsBefore(2, 1)`,
    );
    expect(
      await result(
        emulator,
        `sheet.setConditionalFormatRules(sheet.getConditionalFormatRules());
         var rule = sheet.getConditionalFormatRules()[0];
         var list = sheet.getRange("C1:C2").getDataValidations();
         return [rule.getBooleanCondition().getCriteriaValues(), rule.getRanges()[0].getA1Notation(),
           list[0][0], list[1][0].getCriteriaValues()[0].getA1Notation()]`,
      ),
    ).toEqual([['=$C2=$A$1'], 'C2:C9', null, 'A1:A3']);
  });

  it('cannot share a name', async () => {
    const emulator = await emulate('');
    const text = 'A sheet with the name "Sheet1" already exists. Please enter another name.';
    expect(await failure(emulator, 'ss.insertSheet("Sheet1")')).toBe(text);
    expect(await failure(emulator, 'ss.insertSheet("X").setName("Sheet1")')).toBe(text);
  });

  it('are null where there is none, and numbered where no name is given', async () => {
    const emulator = await emulate('');
    expect(
      await result(emulator, 'return [ss.getSheetByName("No"), ss.getSheetById(99), ss.insertSheet().getName()]'),
    ).toEqual([null, null, 'Sheet2']);
  });

  it('are renamed, hidden and deleted', async () => {
    const emulator = await emulate('');
    const body = `var data = ss.insertSheet("Data"); data.setName("Data tab").hideSheet(); var more = ss.insertSheet("More");
      ss.deleteSheet(more); return ss.getSheets().map(function (s) { return s.getName(); }).concat(ss.getNumSheets());`;
    expect(await result(emulator, body)).toEqual(['Sheet1', 'Data tab', 2]);
    expect(emulator.spreadsheet.sheet('Data tab').data.hidden).toBe(true);
    expect(await failure(emulator, 'ss.deleteSheet(ss.getSheetByName("Data tab")); ss.deleteSheet(sheet)')).toBe(
      "You can't remove all the sheets in a document.",
    );
  });

  it('know their last row and column by content: an empty text counts, a format does not', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    expect(
      await result(
        emulator,
        'return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]',
      ),
    ).toEqual([0, 0, 'A1']);
    sheet.set('B5', "'");
    sheet.format('F9', { background: '#ff0000' });
    expect(
      await result(
        emulator,
        'return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation(), sheet.getMaxRows(), sheet.getMaxColumns()]',
      ),
    ).toEqual([5, 2, 'A1:B5', 1000, 26]);
  });

  it('insert, delete, move and hide rows and columns', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    const body = `sheet.insertRowsAfter(1, 2); sheet.deleteRows(4, 1); sheet.insertColumnsBefore(2, 1); sheet.hideRows(2, 2);
      sheet.setColumnWidth(1, 240); sheet.moveColumns(sheet.getRange("C:C"), 1);
      return [sheet.isRowHiddenByUser(3), sheet.isRowHiddenByUser(1), sheet.getRange("A1:C4").getValues()];`;
    expect(await result(emulator, body)).toEqual([
      true,
      false,
      [
        [1, 'a', ''],
        ['', '', ''],
        ['', '', ''],
        [3, 'c', ''],
      ],
    ]);
    expect(sheet.data.columnProperties[1]?.pixels).toBe(240);
    expect(await failure(emulator, 'sheet.deleteRows(500, 900)')).toMatch(/outside the dimensions/);
    expect(await failure(emulator, 'sheet.deleteRows(1, sheet.getMaxRows())')).toBe(
      'Sorry, it is not possible to delete all non-frozen rows.',
    );
  });

  it('give new lines the format and the validation of the line before, and no content', async () => {
    const emulator = await emulate('');
    const body = `sheet.getRange("A1:B2").setValues([["a", 1], ["b", 2]]);
      sheet.getRange("B2").setNumberFormat("0.00").setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
      sheet.insertColumnsAfter(2, 2); sheet.insertRowsAfter(2, 1);
      const made = sheet.getRange("D3");
      const format = (range) => range.getNumberFormats()[0][0];
      const found = [format(made), made.getDataValidation() !== null, made.getValue(), format(sheet.getRange("C1"))];
      sheet.getRange("C1:D9").clearFormat().clearDataValidations();
      return [...found, format(made), made.getDataValidation()];`;
    expect(await result(emulator, body)).toEqual(['0.00', true, '', 'General', 'General', null]);
  });

  it('tell rows hidden by the filter from those hidden by hand', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', [['h'], ['a'], ['b']]);
    sheet.filter('A1:A3', [2]);
    const body =
      'return [sheet.isRowHiddenByFilter(2), sheet.isRowHiddenByUser(2), sheet.isRowHiddenByFilter(3), sheet.getFilter().getRange().getA1Notation(), sheet.getRange("A2").getValue()]';
    expect(await result(emulator, body)).toEqual([true, false, false, 'A1:A3', 'a']);
  });

  it('freeze rows and columns', async () => {
    const emulator = await emulate('');
    expect(
      await result(emulator, 'sheet.setFrozenRows(1); sheet.setFrozenColumns(2); return sheet.getFrozenRows()'),
    ).toBe(1);
    expect(emulator.spreadsheet.sheet('Sheet1').data).toMatchObject({ frozenRows: 1, frozenColumns: 2 });
  });
});

describe('the cap of 10,000,000 cells', () => {
  const text = 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
  it('stops rows, columns, sheets and copies', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    const full = SPREADSHEET.maxCells / 26 - 1000;
    sheet.insertRows(1001, Math.floor(full));
    expect(await failure(emulator, 'sheet.insertRowsAfter(1, 1)')).toBe(text);
    expect(await failure(emulator, 'sheet.insertColumnsAfter(1, 1)')).toBe(text);
    expect(await failure(emulator, 'ss.insertSheet("One more")')).toBe(text);
    expect(await failure(emulator, 'sheet.copyTo(ss)')).toBe(text);
    sheet.deleteRows(500, 100);
    expect(await failure(emulator, 'sheet.insertRowsAfter(1, 100)')).toBeUndefined();
  });
});

describe('the selection', () => {
  it('is the last of several ranges; the list has them all', async () => {
    const emulator = await emulate('');
    emulator.spreadsheet.sheet('Sheet1').select(['A2:A5', 'C1', 'A9:B10']);
    const body = `return [sheet.getActiveRange().getA1Notation(), ss.getActiveRangeList().getRanges().map(function (r) { return r.getA1Notation(); }), ss.getActiveRange().getA1Notation()]`;
    expect(await result(emulator, body)).toEqual(['A9:B10', ['A2:A5', 'C1', 'A9:B10'], 'A9:B10']);
  });

  it('can be null, and can be set', async () => {
    const emulator = await emulate('');
    emulator.spreadsheet.sheet('Sheet1').select([]);
    expect(await result(emulator, 'return [sheet.getActiveRange(), sheet.getActiveRangeList()]')).toEqual([null, null]);
    await result(emulator, 'sheet.getRange("B2:B4").activate()');
    expect(emulator.spreadsheet.sheet('Sheet1').selection()).toEqual(['B2:B4']);
    await result(emulator, 'sheet.getRangeList(["A1", "C3"]).setFontWeight("bold")');
    expect(emulator.spreadsheet.sheet('Sheet1').get('C3').format.fontWeight).toBe('bold');
  });
});

describe('metadata', () => {
  it('ride on sheets, rows and columns and are found by key', async () => {
    const emulator = await emulate('');
    const body = `sheet.addDeveloperMetadata("query", "country=Germany"); ss.addDeveloperMetadata("doc");
      sheet.getRange("3:3").addDeveloperMetadata("creator", "id1");
      sheet.insertRowsAfter(1, 1);
      var row = sheet.createDeveloperMetadataFinder().withKey("creator").find()[0];
      return [row.getValue(), row.getLocation().getRow().getRow(), sheet.getDeveloperMetadata().map(function (m) { return m.getKey(); }), ss.createDeveloperMetadataFinder().find().length, ss.getDeveloperMetadata()[0].getKey()];`;
    expect(await result(emulator, body)).toEqual(['id1', 4, ['query'], 3, 'doc']);
    emulator.spreadsheet.sheet('Sheet1').deleteRows(4);
    expect(
      await result(
        emulator,
        'var m = sheet.getDeveloperMetadata()[0]; m.setValue("other"); return [ss.createDeveloperMetadataFinder().withKey("creator").find().length, sheet.getDeveloperMetadata()[0].getValue()]',
      ),
    ).toEqual([0, 'other']);
    expect(await failure(emulator, 'sheet.getRange("A1:B2").addDeveloperMetadata("x")')).toMatch(/arbitrary ranges/);
  });
});

describe('charts', () => {
  it('keep their type, ranges, place and every option, and follow inserted rows', async () => {
    const emulator = await emulate('');
    const body = `var chart = sheet.newChart().setChartType(Charts.ChartType.BAR).setOption("isStacked", true)
        .addRange(sheet.getRange("A1:C7")).setNumHeaders(1).setPosition(2, 5, 10, 0).setOption("title", "Age by gender")
        .setOption("series", {0: {labelInLegend: "m"}}).build();
      sheet.insertChart(chart); sheet.insertChart(chart);
      sheet.removeChart(sheet.getCharts()[0]); sheet.insertRowsAfter(3, 1);
      var rest = sheet.getCharts();
      return [rest.length, rest[0].getOptions().get("title"), rest[0].getRanges()[0].getA1Notation(), rest[0].getContainerInfo().getAnchorColumn()];`;
    expect(await result(emulator, body)).toEqual([1, 'Age by gender', 'A1:C8', 5]);
    expect(emulator.spreadsheet.sheet('Sheet1').data.charts).toMatchObject([
      {
        type: 'BAR',
        headerCount: 1,
        position: { row: 2, column: 5, offsetX: 10, offsetY: 0 },
        options: { title: 'Age by gender', isStacked: true, series: { 0: { labelInLegend: 'm' } } },
      },
    ]);
  });
});

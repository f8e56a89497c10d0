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

  it('are renamed, hidden, moved, copied and deleted', async () => {
    const emulator = await emulate('');
    const body = `var data = ss.insertSheet("Data"); data.setName("Data tab").hideSheet();
      ss.setActiveSheet(sheet); var copy = ss.duplicateActiveSheet(); ss.moveActiveSheet(1);
      var names = ss.getSheets().map(function (s) { return s.getName() + (s.isSheetHidden() ? " (hidden)" : ""); });
      ss.deleteSheet(copy); return names.concat(ss.getNumSheets());`;
    expect(await result(emulator, body)).toEqual(['Copy of Sheet1', 'Sheet1', 'Data tab (hidden)', 2]);
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

  it('take appended rows after the last content, growing by themselves', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1000', 'end');
    await result(emulator, 'sheet.appendRow(["=1+1", "x", null])');
    expect(sheet.get('A1001').formula).toBe('=1+1');
    expect(sheet.values('A1001:C1001')).toEqual([[2, 'x', '']]);
    expect(sheet.data.rowCount).toBe(1001);
  });

  it('insert, delete, move and hide rows and columns', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    const body = `sheet.insertRowsAfter(1, 2); sheet.deleteRow(4); sheet.insertColumnBefore(2); sheet.hideRows(2, 2);
      sheet.setColumnWidth(1, 240); sheet.moveRows(sheet.getRange("4:4"), 1);
      return [sheet.isRowHiddenByUser(3), sheet.isRowHiddenByUser(1), sheet.getColumnWidth(1), sheet.getRange("A1:C4").getValues()];`;
    expect(await result(emulator, body)).toEqual([
      true,
      false,
      240,
      [
        ['c', '', 3],
        ['a', '', 1],
        ['', '', ''],
        ['', '', ''],
      ],
    ]);
    expect(await failure(emulator, 'sheet.deleteRows(500, 900)')).toMatch(/outside the dimensions/);
    expect(await failure(emulator, 'sheet.deleteRows(1, sheet.getMaxRows())')).toBe(
      'Sorry, it is not possible to delete all non-frozen rows.',
    );
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
      await result(
        emulator,
        'sheet.setFrozenRows(1); sheet.setFrozenColumns(2); return [sheet.getFrozenRows(), sheet.getFrozenColumns()]',
      ),
    ).toEqual([1, 2]);
    expect(emulator.spreadsheet.sheet('Sheet1').data.frozenRows).toBe(1);
  });

  it('sort below their frozen rows', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    sheet.set('A1', [['name'], ['b'], ['a']]);
    await result(emulator, 'sheet.setFrozenRows(1); sheet.sort(1)');
    expect(sheet.values('A1:A3').flat()).toEqual(['name', 'a', 'b']);
  });
});

describe('the cap of 10,000,000 cells', () => {
  const text = 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
  it('stops rows, columns, sheets, copies and appended rows', async () => {
    const emulator = await emulate('');
    const sheet = emulator.spreadsheet.sheet('Sheet1');
    const full = SPREADSHEET.maxCells / 26 - 1000;
    sheet.insertRows(1001, Math.floor(full));
    expect(await failure(emulator, 'sheet.insertRowsAfter(1, 1)')).toBe(text);
    expect(await failure(emulator, 'sheet.insertColumnAfter(1)')).toBe(text);
    expect(await failure(emulator, 'ss.insertSheet("One more")')).toBe(text);
    expect(await failure(emulator, 'ss.duplicateActiveSheet()')).toBe(text);
    sheet.set(`A${sheet.data.rowCount}`, 'last');
    expect(await failure(emulator, 'sheet.appendRow([1])')).toBe(text);
    sheet.deleteRows(500, 100);
    expect(await failure(emulator, 'sheet.insertRowsAfter(1, 100)')).toBeUndefined();
  });
});

describe('the selection', () => {
  it('is the last of several ranges; the list has them all', async () => {
    const emulator = await emulate('');
    emulator.spreadsheet.sheet('Sheet1').select(['A2:A5', 'C1', 'A9:B10']);
    const body = `return [sheet.getActiveRange().getA1Notation(), ss.getActiveRangeList().getRanges().map(function (r) { return r.getA1Notation(); }), SpreadsheetApp.getCurrentCell().getA1Notation(), ss.getSelection().getActiveRange().getA1Notation()]`;
    expect(await result(emulator, body)).toEqual(['A9:B10', ['A2:A5', 'C1', 'A9:B10'], 'A9', 'A9:B10']);
  });

  it('can be null, and can be set', async () => {
    const emulator = await emulate('');
    emulator.spreadsheet.sheet('Sheet1').select([]);
    expect(await result(emulator, 'return [sheet.getActiveRange(), sheet.getActiveRangeList()]')).toEqual([null, null]);
    await result(emulator, 'sheet.getRange("B2:B4").activate()');
    expect(emulator.spreadsheet.sheet('Sheet1').selection()).toEqual(['B2:B4']);
    await result(emulator, 'sheet.getRangeList(["A1", "C3"]).activate().setValue("x")');
    expect(emulator.spreadsheet.sheet('Sheet1').selection()).toEqual(['A1', 'C3']);
    expect(emulator.spreadsheet.sheet('Sheet1').get('C3').value).toBe('x');
  });
});

describe('names and metadata', () => {
  it('of ranges are found by name and follow their cells', async () => {
    const emulator = await emulate('');
    await result(emulator, 'ss.setNamedRange("handles", sheet.getRange("A2:A4"))');
    emulator.spreadsheet.sheet('Sheet1').insertRows(1, 3);
    const body =
      'return [ss.getRangeByName("handles").getA1Notation(), ss.getRangeByName("none"), ss.getRange("handles").getRow(), ss.getNamedRanges()[0].getName()]';
    expect(await result(emulator, body)).toEqual(['A5:A7', null, 5, 'handles']);
    await result(emulator, 'ss.removeNamedRange("handles")');
    expect(emulator.spreadsheet.namedRanges()).toEqual([]);
    expect(await failure(emulator, 'ss.removeNamedRange("handles")')).toMatch(/does not exist/);
  });

  it('ride on sheets, rows and columns and are found by key', async () => {
    const emulator = await emulate('');
    const body = `sheet.addDeveloperMetadata("query", "country=Germany"); ss.addDeveloperMetadata("doc");
      sheet.getRange("3:3").addDeveloperMetadata("creator", "id1", SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
      sheet.insertRowBefore(1);
      var row = sheet.createDeveloperMetadataFinder().withKey("creator").find()[0];
      return [row.getValue(), row.getLocation().getRow().getRow(), sheet.getDeveloperMetadata().map(function (m) { return m.getKey(); }), ss.createDeveloperMetadataFinder().find().length, ss.getDeveloperMetadata()[0].getKey(), sheet.getRange("4:4").getDeveloperMetadata()[0].getKey()];`;
    expect(await result(emulator, body)).toEqual(['id1', 4, ['query'], 3, 'doc', 'creator']);
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
  it('keep their type, ranges, place and every option', async () => {
    const emulator = await emulate('');
    const body = `var chart = sheet.newChart().asColumnChart().setTitle("Age by gender").setStacked().setColors(["#f00", "#00f"])
        .setXAxisTitle("Age").setLegendPosition(Charts.Position.BOTTOM).addRange(sheet.getRange("A1:C7"))
        .setNumHeaders(1).setPosition(2, 5, 10, 0).setOption("width", 480).setOption("series", {0: {labelInLegend: "m"}}).build();
      sheet.insertChart(chart); sheet.insertChart(chart);
      var first = sheet.getCharts()[0];
      sheet.updateChart(first.modify().setChartType(Charts.ChartType.BAR).setOption("title", "Changed").build());
      sheet.removeChart(sheet.getCharts()[0]);
      var rest = sheet.getCharts();
      return [chart.getChartId(), rest.length, rest[0].getOptions().get("title"), rest[0].getRanges()[0].getA1Notation(), rest[0].getContainerInfo().getAnchorColumn()];`;
    expect(await result(emulator, body)).toEqual([null, 1, 'Changed', 'A1:C7', 5]);
    expect(emulator.spreadsheet.sheet('Sheet1').data.charts).toMatchObject([
      {
        type: 'BAR',
        headerCount: 1,
        position: { row: 2, column: 5, offsetX: 10, offsetY: 0 },
        options: {
          title: 'Changed',
          isStacked: true,
          colors: ['#f00', '#00f'],
          'hAxis.title': 'Age',
          'legend.position': 'bottom',
          width: 480,
          series: { 0: { labelInLegend: 'm' } },
        },
      },
    ]);
  });

  it('of every kind a report needs can be built, and follow inserted rows', async () => {
    const emulator = await emulate('');
    const body = `["Area", "Bar", "Column", "Combo", "Histogram", "Line", "Pie", "Scatter", "Table"].forEach(function (kind) {
        sheet.insertChart(sheet.newChart()["as" + kind + "Chart"]().addRange(sheet.getRange("A1:B3")).setPosition(1, 1, 0, 0).build()); });
      sheet.insertRowBefore(1); return sheet.getCharts().map(function (c) { return c.getRanges()[0].getA1Notation(); })`;
    expect(await result(emulator, body)).toEqual(Array.from({ length: 9 }, () => 'A2:B4'));
    expect(emulator.spreadsheet.sheet('Sheet1').data.charts.map(({ type }) => type)).toEqual([
      'AREA',
      'BAR',
      'COLUMN',
      'COMBO',
      'HISTOGRAM',
      'LINE',
      'PIE',
      'SCATTER',
      'TABLE',
    ]);
  });
});

describe('alternating colours', () => {
  it('are kept with their theme and colours, once over each cell, and follow their rows', async () => {
    const emulator = await emulate('');
    const body = `sheet.getRange("A1:C9").applyRowBanding(SpreadsheetApp.BandingTheme.BLUE, true, false).setHeaderRowColor("#123456");
      sheet.insertRowBefore(1); return sheet.getBandings()[0].getRange().getA1Notation();`;
    expect(await result(emulator, body)).toBe('A2:C10');
    expect(emulator.spreadsheet.sheet('Sheet1').data.bandings).toMatchObject([
      { theme: 'BLUE', header: true, footer: false, colors: { header: '#123456' } },
    ]);
    expect(await failure(emulator, 'sheet.getRange("A5").applyRowBanding()')).toMatch(/already has them/);
    await result(emulator, 'sheet.getBandings()[0].remove(); sheet.getRange("A5").applyRowBanding()');
  });
});

describe('rules of format', () => {
  it('are kept whole', async () => {
    const emulator = await emulate('');
    const body = `var r = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo("failed").setBackground("#fce8e6").setRanges([sheet.getRange("B2:B9")]).build();
      sheet.setConditionalFormatRules(sheet.getConditionalFormatRules().concat(r)); return sheet.getConditionalFormatRules()[0].getRanges()[0].getA1Notation()`;
    expect(await result(emulator, body)).toBe('B2:B9');
    expect(emulator.spreadsheet.sheet('Sheet1').data.conditionalFormats).toMatchObject([
      { condition: { criteria: 'TEXT_EQUAL_TO', values: ['failed'] }, style: { Background: '#fce8e6' } },
    ]);
  });
});

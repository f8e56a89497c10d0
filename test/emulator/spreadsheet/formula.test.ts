import { describe, expect, it } from 'vitest';
import { calculate } from '../../../dev/emulator/spreadsheet/calculator';
import { createWorkbook } from '../../../dev/emulator/spreadsheet/workbook';

const nowMs = () => Date.parse('2026-11-23T18:00:00Z');

function sheetWith(cells: unknown[][], options: { locale?: string } = {}) {
  const workbook = createWorkbook({ nowMs, ...options });
  workbook.sheet('Sheet1').set('A1', cells);
  return { workbook, sheet: workbook.sheet('Sheet1') };
}

/** What the formula shows in Z99 of a sheet with these cells from A1 on. */
function shown(formula: string, cells: unknown[][] = [['']], options: { locale?: string } = {}): unknown {
  const { workbook, sheet } = sheetWith(cells, options);
  sheet.set('Z99', formula);
  calculate(workbook.book);
  return sheet.get('Z99').error?.display ?? sheet.get('Z99').value;
}

function spilled(formula: string, cells: unknown[][], to: string): unknown[][] {
  const { workbook, sheet } = sheetWith(cells);
  sheet.set('H1', formula);
  calculate(workbook.book);
  return sheet.values(`H1:${to}`);
}

const creators = [
  ['ada', 100, 'DE'],
  ['bob', 300, 'US'],
  ['cid', 200, 'DE'],
  ['', '', ''],
];

describe('operators', () => {
  it.each([
    ['=1+2*3^2', 19],
    ['=(1+2)*3', 9],
    ['=-2^2', 4],
    ['=10%', 0.1],
    ['="a"&1&TRUE', 'a1TRUE'],
    ['="A"="a"', true],
    ['=1<>2', true],
    ['="b">"a"', true],
    ['=1/0', '#DIV/0!'],
    ['="x"+1', '#VALUE!'],
    ['="2"+1', 3],
    ['=A9+1', 1],
    ['=A9=""', true],
    ['=A9=0', true],
    ['=1/0+5', '#DIV/0!'],
    ['=#N/A', '#N/A'],
    ['=1+', '#ERROR!'],
    ['=nowhere', '#NAME?'],
  ])('%s is %s', (formula, value) => {
    expect(shown(formula)).toBe(value);
  });
});

describe('functions over cells', () => {
  it.each([
    ['=SUM(B1:B4)', 600],
    ['=SUM(A1:B4)', 600],
    ['=AVERAGE(B1:B4)', 200],
    ['=MEDIAN(B1:B4)', 200],
    ['=MAX(B1:B4)-MIN(B1:B4)', 200],
    ['=COUNT(A1:B4)', 3],
    ['=COUNTA(A1:A4)', 3],
    ['=COUNTIF(C1:C4,"de")', 2],
    ['=COUNTIF(B1:B4,">=200")', 2],
    ['=COUNTIF(A1:A4,"*d*")', 2],
    ['=COUNTIFS(C1:C4,"DE",B1:B4,">100")', 1],
    ['=SUMIF(C1:C4,"DE",B1:B4)', 300],
    ['=SUMIFS(B1:B4,C1:C4,"DE",A1:A4,"<>ada")', 200],
    ['=AVERAGEIF(C1:C4,"DE",B1:B4)', 150],
    ['=AVERAGEIFS(B1:B4,C1:C4,"FR")', '#DIV/0!'],
    ['=MAXIFS(B1:B4,C1:C4,"DE")', 200],
    ['=VLOOKUP("bob",A1:C4,2,FALSE)', 300],
    ['=VLOOKUP("eve",A1:C4,2,FALSE)', '#N/A'],
    ['=INDEX(B1:B4,MATCH("cid",A1:A4,0))', 200],
    ['=XLOOKUP("bob",A1:A4,C1:C4)', 'US'],
    ['=XLOOKUP("eve",A1:A4,C1:C4,"none")', 'none'],
    ['=TEXTJOIN(", ",TRUE,A1:A4)', 'ada, bob, cid'],
    ['=SUMPRODUCT((C1:C4="DE")*B1:B4)', 300],
    // Each of the four is looked up; outside of an array context only the first would be.
    ['=SUMPRODUCT(ISNUMBER(MATCH(A1:A4,{"cid","nobody"},0))*B1:B4)', 200],
    ['=ROWS(A1:A4)*COLUMNS(A1:C1)', 12],
    ['=COUNTUNIQUE(C1:C4)', 2],
    ['=SUM(INDIRECT("B1:B2"))', 400],
    ['=SUM(OFFSET(B1,1,0,2,1))', 500],
    ['=RANK(200,B1:B3)', 2],
    ['=LARGE(B1:B3,2)', 200],
  ])('%s is %s', (formula, value) => {
    expect(shown(formula, creators)).toBe(value);
  });

  it.each([
    ['=IF(1>2,1/0,"no")', 'no'],
    ['=IFERROR(1/0,"caught")', 'caught'],
    ['=IFNA(1/0,"caught")', '#DIV/0!'],
    ['=IFS(FALSE,1,TRUE,2)', 2],
    ['=SWITCH("b","a",1,"b",2,3)', 2],
    ['=ISBLANK(A1)', true],
    ['=ISERROR(1/0)', true],
    ['=AND(TRUE,1)', true],
    ['=ROUND(1.005,2)', 1.01],
    ['=TEXT(1234.5,"#,##0.00")', '1,234.50'],
    ['=TEXT(DATE(2026,1,5),"yyyy-mm-dd")', '2026-01-05'],
    ['=TEXT(DATE(2026,1,5)+0.57,"M/d/yyyy h:mm AM/PM")', '1/5/2026 1:40 PM'],
    ['=TEXT(DATE(2026,1,5),"d. MMMM yy")', '5. January 26'],
    ['=TEXT(1.25,"[h]:mm:ss")', '30:00:00'],
    ['=TEXT(-1234.5,"[$€-407]#,##0.00")', '-€1,234.50'],
    ['=TEXT(0.1256,"0.0%")', '12.6%'],
    ['=TEXT(12345.678,"0.00E+00")', '1.23E+04'],
    ['=YEAR(TODAY())', 2026],
    ['=UPPER("a")&PROPER("bob")', 'ABob'],
    ['=REGEXEXTRACT("id:42","\\d+")', '42'],
    ['=REGEXREPLACE("a-b.c","(\\w)[-.]","$1 ")', 'a b c'],
    ['=TEXTJOIN("|",TRUE,SPLIT("#a, #b;c"," ,;"))', '#a|#b|c'],
    ['=ARRAYFORMULA(TEXTJOIN("|",TRUE,IF(ISNUMBER(FIND(SPLIT("b x"," "),"abc")),"",SPLIT("b x"," "))))', 'x'],
    ['=REGEXMATCH("@ada","^@")', true],
    ['=REGEXMATCH("WERBUNG É","(?i)werbung é")', true],
    ['=REGEXMATCH("WERBUNG","werbung")', false],
    // RE2 has neither, and Sheets no Unicode classes.
    ['=REGEXMATCH("ab","a(?=b)")', '#REF!'],
    ['=REGEXMATCH("aa","(a)\\1")', '#REF!'],
    ['=REGEXMATCH("é","\\p{L}")', '#REF!'],
    ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'],
    ['=LEFT("followers",6)', 'follow'],
    ['=MID("followers",FIND("low",A1&"followers")+3,9)', 'ers'],
    ['=FIND("x","followers")', '#VALUE!'],
    ['=N("x")+N(TRUE)+INT(-1.5)', -1],
    ['=MEDIAN(4,1,3,2)', 2.5],
    ['=SQRT(16)+ABS(-1)', 5],
    ['=HYPERLINK("https://example.com","label")', 'label'],
    ['=TRUE()', true],
    ['=SUM({1,2;3,4})', 10],
  ])('%s is %s', (formula, value) => {
    expect(shown(formula)).toBe(value);
  });

  it('pass errors on from the cells they read', () => {
    expect(shown('=SUM(A1:A2)', [[1], ['#N/A']])).toBe('#N/A');
    expect(shown('=IFERROR(SUM(A1:A2),0)', [[1], ['#N/A']])).toBe(0);
  });
});

describe('the locale', () => {
  it('with a decimal comma separates arguments by semicolons alone, elsewhere both do', () => {
    expect(shown('=SUM(1,5;2)', [['']], { locale: 'de_DE' })).toBe(3.5);
    expect(shown('=SUM(1;2)', [['']], { locale: 'en_US' })).toBe(3);
    expect(shown('=SUM(1,2)', [['']], { locale: 'en_US' })).toBe(3);
    expect(shown('=SUM({1\\2;3\\4})', [['']], { locale: 'de_DE' })).toBe(10);
  });
});

describe('arrays', () => {
  it('fill the cells beside and below', () => {
    expect(spilled('=FILTER(A1:B4,C1:C4="DE")', creators, 'I2')).toEqual([
      ['ada', 100],
      ['cid', 200],
    ]);
    expect(spilled('=SORT(A1:B3,2,FALSE)', creators, 'I3').map(([name]) => name)).toEqual(['bob', 'cid', 'ada']);
    expect(spilled('=UNIQUE(C1:C3)', creators, 'H2')).toEqual([['DE'], ['US']]);
    expect(spilled('=ARRAYFORMULA(B1:B3*2)', creators, 'H3')).toEqual([[200], [600], [400]]);
    expect(spilled('=ARRAYFORMULA(IF(C1:C3="DE",UPPER(A1:A3),""))', creators, 'H3')).toEqual([['ADA'], [''], ['CID']]);
    expect(spilled('=TRANSPOSE(A1:A3)', creators, 'J1')).toEqual([['ada', 'bob', 'cid']]);
    expect(spilled('=IFERROR(FILTER(A1:B4,C1:C4="DE"),"none")', creators, 'I2')).toEqual([
      ['ada', 100],
      ['cid', 200],
    ]);
  });

  it('outside ARRAYFORMULA an operator takes the cell of its own row', () => {
    const { workbook, sheet } = sheetWith(creators);
    sheet.set('E2', '=B1:B4*2');
    sheet.set('E9', '=B1:B4*2');
    calculate(workbook.book);
    expect(sheet.get('E2').value).toBe(600);
    expect(sheet.get('E9').error?.display).toBe('#VALUE!');
  });

  it('with something in the way, an empty text even, show #REF! and name the cell', () => {
    for (const obstacle of ['x', "'"]) {
      const { workbook, sheet } = sheetWith([['=SEQUENCE(3)']]);
      sheet.set('A3', obstacle);
      calculate(workbook.book);
      expect(sheet.get('A1').error).toEqual({
        display: '#REF!',
        note: 'Array result was not expanded because it would overwrite data in A3.',
      });
      expect(sheet.get('A2').value).toBe('');
      sheet.clear('A3');
      sheet.set('A1', '=SEQUENCE(3,1)');
      calculate(workbook.book);
      expect(sheet.values('A1:A3').flat()).toEqual([1, 2, 3]);
    }
  });

  it('broken by typing into them show #REF! and take their values back', () => {
    const { workbook, sheet } = sheetWith([['=SEQUENCE(3)']]);
    calculate(workbook.book);
    sheet.set('A2', 'mine');
    calculate(workbook.book);
    expect(sheet.displays('A1:A3').flat()).toEqual(['#REF!', 'mine', '']);
  });

  it('shrink with their result, and formulas that read them follow', () => {
    const { workbook, sheet } = sheetWith([['=SEQUENCE(C1)', '=SUM(A2:A9)', 4]]);
    calculate(workbook.book);
    expect(sheet.get('B1').value).toBe(9);
    sheet.set('C1', 2);
    calculate(workbook.book);
    expect(sheet.values('A1:A4').flat()).toEqual([1, 2, '', '']);
    expect(sheet.get('B1').value).toBe(2);
  });

  it('do not grow the grid', () => {
    const { workbook, sheet } = sheetWith([['']]);
    sheet.set('A999', '=SEQUENCE(5)');
    calculate(workbook.book);
    expect(sheet.get('A999').error?.note).toBe('Result was not automatically expanded, please insert more rows (3).');
  });
});

describe('the order of calculation', () => {
  it('is that of what reads what, across sheets and however long the chain', () => {
    const { workbook, sheet } = sheetWith([[1]]);
    const length = 2000;
    sheet.set(
      'B1',
      Array.from({ length }, (_, index) => [index === length - 1 ? '=A1' : `=B${index + 2}+1`]),
    );
    workbook.insertSheet('Other').set('A1', '=Sheet1!B1');
    calculate(workbook.book);
    expect(workbook.sheet('Other').get('A1').value).toBe(length);
  });

  it('evaluates after an edit only what reads the edited cell', () => {
    const { workbook, sheet } = sheetWith([[1, '=A1', '=B1', '=E1']]);
    calculate(workbook.book);
    sheet.set('A1', 2);
    expect(calculate(workbook.book).evaluated).toBe(2);
    expect(sheet.values('B1:C1')).toEqual([[2, 2]]);
    expect(calculate(workbook.book).evaluated).toBe(0);
  });

  it('includes at every edit what cannot say beforehand what it reads', () => {
    const { workbook, sheet } = sheetWith([[1, '=SUM(INDIRECT("A1:A2"))', '=OFFSET(A1,0,0)+B1']]);
    calculate(workbook.book);
    sheet.set('A2', 5);
    calculate(workbook.book);
    expect(sheet.values('B1:C1')).toEqual([[6, 7]]);
  });

  it('finds circles', () => {
    const { workbook, sheet } = sheetWith([['=B1', '=C1', '=A1', '=IFERROR(D1,1)']]);
    calculate(workbook.book);
    expect(sheet.get('A1').error).toEqual({ display: '#REF!', note: 'Circular dependency detected.' });
    expect(sheet.get('D1').error?.display).toBe('#REF!');
  });

  it('gives a date the looks of one', () => {
    const { workbook, sheet } = sheetWith([['2026-01-05', '=A1', '=DATE(2026,1,6)', '=A1+1']]);
    calculate(workbook.book);
    expect(sheet.values('B1:D1')[0]?.map((value) => value instanceof Date)).toEqual([true, true, false]);
  });

  it('reads named ranges', () => {
    const { workbook, sheet } = sheetWith([[1], [2]]);
    workbook.nameRange('counts', 'Sheet1', 'A1:A2');
    sheet.set('B1', '=SUM(Counts)');
    calculate(workbook.book);
    expect(sheet.get('B1').value).toBe(3);
    sheet.set('A2', 5);
    calculate(workbook.book);
    expect(sheet.get('B1').value).toBe(6);
  });
});

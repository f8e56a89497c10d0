import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DownloadCalls } from '../../sidebar/download-calls';
import { call, CallError } from '../call';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Radios } from '../ui/check';
import { ErrorNote } from '../ui/error-note';
import { announce } from '../ui/live';
import { Note } from '../ui/note';
import { useAction } from '../ui/use-action';
import { fileName, tableFile, type TableFormat } from './table-file';

type SheetRows = DownloadCalls['sheetRows']['gets'];

const FORMATS = (['csv', 'ndjson'] as const).map((value) => ({
  value,
  label: TEXT.download[value],
  hint: TEXT.download[value === 'csv' ? 'csvHint' : 'ndjsonHint'],
}));

/** The sheet in front as a file. */
export function DownloadTool(): JSX.Element {
  const [format, setFormat] = useState<TableFormat>('csv');
  const [said, setSaid] = useState('');
  const [under, setUnder] = useState('');
  const action = useAction();
  const start = (): void =>
    void action
      .run('download', async () => {
        setSaid('');
        const table = await wholeSheet((rows, all) => setUnder(TEXT.download.rows(rows, all)));
        const file = fileName(table.sheet, format);
        save(file, format, tableFile(format, table));
        const done = TEXT.download.done(file, table.rows.length);
        setSaid(done);
        announce(done);
      })
      .then(() => setUnder(''));
  return (
    <details class="more">
      <summary>{TEXT.download.title}</summary>
      <p class="hint">{TEXT.download.hint}</p>
      <Radios
        label={TEXT.download.format}
        name="format"
        value={format}
        options={FORMATS}
        onChange={(value) => setFormat(value as TableFormat)}
      />
      <Button busy={action.busy !== undefined} onClick={start}>
        {TEXT.download.start}
      </Button>
      {under && (
        <p class="hint" role="status">
          {under}
        </p>
      )}
      <Note kind="good">{said}</Note>
      <ErrorNote {...action.failure} />
    </details>
  );
}

/**
 * Block by block. Each begins with the last row of the one before: where that reads otherwise by now, rows have moved, and a
 * file would have some twice and others not at all.
 */
async function wholeSheet(tell: (rows: number, all: number) => void): Promise<SheetRows> {
  const first = await call('sheetRows', { sheetId: null, from: 1 });
  const rows = [...first.rows];
  while (rows.length < first.lastRow) {
    tell(rows.length, first.lastRow);
    const next = await call('sheetRows', { sheetId: first.sheetId, from: rows.length });
    const [again, ...more] = next.rows;
    if (
      JSON.stringify(again) !== JSON.stringify(rows[rows.length - 1]) ||
      next.lastRow !== first.lastRow ||
      more.length === 0
    )
      throw new CallError('sheet', TEXT.download.moved);
    rows.push(...more);
  }
  return { ...first, rows };
}

const TYPES: Record<TableFormat, string> = { csv: 'text/csv;charset=utf-8', ndjson: 'application/x-ndjson' };

/** Google's frame allows downloads. */
function save(name: string, format: TableFormat, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: TYPES[format] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

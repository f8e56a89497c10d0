import type { JSX } from 'preact';
import type { SelectionChoices, SelectionReading } from '../../sidebar/selection-calls';
import { TEXT } from '../text/text';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import type { Option } from '../ui/option';
import { Select } from '../ui/select';
import {
  columnName,
  columnLabels,
  fillersLabel,
  hiddenLabel,
  leftOutText,
  platformLabel,
  readText,
} from './selection-text';

interface HowReadProps {
  read: SelectionReading;
  choices: SelectionChoices;
  onChange: (part: SelectionChoices) => void;
}

/** How a selection was understood, before anything is paid, and what of it can be changed. Texts are strangers' texts. */
export const HowRead = ({ read, choices, onChange }: HowReadProps): JSX.Element => {
  const { hidden, fillers } = read;
  const others = columnLabels(read, 'maybe');
  const leftOut = leftOutText(read);
  return (
    <div class="how-read">
      {read.headerPlatform !== '' && choices.isPlatformChosen && read.headerPlatform !== read.platform && (
        <p class="note warn">
          <span>
            {TEXT.selection.platformDiffers(platformLabel(read.headerPlatform), platformLabel(read.platform))}
          </span>
          <Button kind="quiet" onClick={() => onChange({ isPlatformChosen: false })}>
            {TEXT.selection.usePlatform(platformLabel(read.headerPlatform))}
          </Button>
        </p>
      )}
      {others && <p class="hint">{TEXT.selection.otherColumns(others)}</p>}
      {leftOut && <p class="hint">{leftOut}</p>}
      {hidden.rows > 0 && (
        <Check checked={choices.hidden ?? hidden.included} onChange={(next) => onChange({ hidden: next })}>
          {hiddenLabel(hidden.rows)}
        </Check>
      )}
      {!hidden.isLooked && (
        <p class={hidden.hasFilter ? 'note warn' : 'hint'}>
          <span>{TEXT.selection.hiddenUnknown}</span>
        </p>
      )}
      {fillers.count > 0 && (
        <Check checked={choices.fillers ?? fillers.included} onChange={(next) => onChange({ fillers: next })}>
          {fillersLabel(fillers)}
        </Check>
      )}
      <details class="how">
        <summary>{TEXT.selection.changeReading(<span class="faint">{readText(read)}</span>)}</summary>
        <Choices read={read} onChange={onChange} />
      </details>
    </div>
  );
};

const NONE = '0';

const Choices = ({ read, onChange }: Omit<HowReadProps, 'choices'>): JSX.Element => {
  const key = read.columns.find(({ use }) => use === 'key')?.column;
  const named = read.columns.map((each): Option => ({ value: String(each.column), label: columnName(each) }));
  const isOutside = read.platformColumn > 0 && !read.columns.some(({ column }) => column === read.platformColumn);
  return (
    <>
      {named.length > 1 && (
        <Select
          label={TEXT.selection.creatorsColumn}
          value={String(key)}
          options={named}
          // Headers and platforms are found anew for another column.
          onChange={(value) => onChange({ column: Number(value), platformColumn: null, headerRow: null })}
        />
      )}
      <Select
        label={TEXT.selection.platformColumn}
        value={String(read.platformColumn)}
        options={[
          { value: NONE, label: TEXT.selection.none },
          ...(isOutside
            ? [{ value: String(read.platformColumn), label: columnName({ column: read.platformColumn }) }]
            : []),
          ...named.filter(({ value }) => value !== String(key)),
        ]}
        onChange={(value) => onChange({ platformColumn: Number(value) })}
      />
      <Select
        label={TEXT.selection.headerRow}
        value={String(read.headerRow)}
        options={[
          { value: NONE, label: TEXT.selection.none },
          ...read.tops.map(({ row, text }): Option => ({
            value: String(row),
            label: TEXT.selection.headerRowOption(row, text),
          })),
        ]}
        onChange={(value) => onChange({ headerRow: Number(value) })}
      />
      {read.hidden.hasFilter && <p class="hint">{TEXT.selection.filterViewHint}</p>}
    </>
  );
};

interface UnreadableProps {
  unreadable: readonly { row: number; text: string; why: string }[];
  /** How many there are, of which `unreadable` are the first. */
  all: number;
}

/** Cells that name no creator, and why. Texts are strangers' texts. */
export function Unreadable({ unreadable, all }: UnreadableProps): JSX.Element {
  const more = all - unreadable.length;
  return (
    <details class="unreadable">
      <summary>{TEXT.selection.unreadableCount(all)}</summary>
      <ul tabIndex={0} aria-label={TEXT.selection.unreadableRows}>
        {unreadable.map(({ row, text, why }) => (
          <li key={row}>
            <span class="faint">{TEXT.selection.rowName(row)}</span> <span class="mono break">{text}</span>
            <p class="hint">{why}</p>
          </li>
        ))}
        {more > 0 && <li class="hint">{TEXT.selection.andMore(more)}</li>}
      </ul>
    </details>
  );
}

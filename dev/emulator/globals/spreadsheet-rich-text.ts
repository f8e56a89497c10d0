// SpreadsheetApp.RichTextValue: a text, and a run for each stretch of it that has a link or a look of its own.
import { dressed, plainText } from '../spreadsheet/rich-text';
import type { RichRun, RichText } from '../spreadsheet/rich-text';

type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;
type Builder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;
type TextStyleBuilder = GoogleAppsScript.Spreadsheet.TextStyleBuilder;

class ScriptRichText {
  readonly rich: RichText;
  constructor(rich: RichText) {
    this.rich = rich;
  }
  getText(): string {
    return this.rich.text;
  }
  /** Of a text of several links there is none to name. */
  getLinkUrl(): string | null {
    const [first] = this.rich.runs;
    return this.rich.runs.length === 1 && first ? first.link : null;
  }
  getRuns(): RichTextValue[] {
    return this.rich.runs.map(({ start, end, link, style }) => {
      const text = this.rich.text.slice(start, end);
      return createRichText({ text, runs: [{ start: 0, end: text.length, link, style }] });
    });
  }
}

export function createRichText(rich: RichText): RichTextValue {
  const value: Pick<RichTextValue, keyof ScriptRichText & keyof RichTextValue> = new ScriptRichText(rich);
  return value as RichTextValue;
}

export function richOf(value: RichTextValue): RichText {
  return (value as unknown as ScriptRichText).rich;
}

export function richTextBuilder(): Builder {
  let current = plainText('');
  /** `(what)` for the whole text, or `(start, end, what)`. */
  const dress = (args: unknown[], change: (what: unknown) => Partial<RichRun>): Builder => {
    const [from, to] = args.length === 3 ? (args as [number, number]) : [0, current.text.length];
    current = dressed(current, from, to, change(args.at(-1)));
    return builder;
  };
  const builder: Builder = {
    build: () => createRichText(current),
    setText(text: string) {
      current = plainText(String(text));
      return builder;
    },
    setLinkUrl: (...args: unknown[]) => dress(args, (link) => ({ link: link as string | null })),
    setTextStyle: (...args: unknown[]) => dress(args, (style) => ({ style: (style ?? {}) as RichRun['style'] })),
  };
  return builder;
}

/** A look is kept so that its stretch is a run; nothing draws it. */
export function textStyleBuilder(): TextStyleBuilder {
  const names = ['Bold', 'FontFamily', 'FontSize', 'ForegroundColor', 'Italic', 'Strikethrough', 'Underline'] as const;
  const style: Record<string, unknown> = {};
  const builder = { build: () => ({ ...style }) } as Record<string, unknown>;
  for (const name of names) {
    builder[`set${name}`] = (value: unknown) => {
      style[name] = value;
      return builder;
    };
  }
  return builder as unknown as TextStyleBuilder;
}

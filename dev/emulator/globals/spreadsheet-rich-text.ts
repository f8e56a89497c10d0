// SpreadsheetApp.RichTextValue: one text with at most one link; runs with styles of their own are not kept.
import type { RichText } from '../spreadsheet/range-methods';

type RichTextValue = GoogleAppsScript.Spreadsheet.RichTextValue;
type Builder = GoogleAppsScript.Spreadsheet.RichTextValueBuilder;
type TextStyleBuilder = GoogleAppsScript.Spreadsheet.TextStyleBuilder;

export function createRichText({ text, link }: RichText): RichTextValue {
  const value: Omit<RichTextValue, 'getTextStyle'> = {
    copy: () => richTextBuilder({ text, link }),
    getEndIndex: () => text.length,
    getStartIndex: () => 0,
    getLinkUrl: () => link,
    getRuns: () => [value as RichTextValue],
    getText: () => text,
  };
  return value as RichTextValue;
}

export function richTextBuilder(start: RichText = { text: '', link: null }): Builder {
  let current = start;
  const builder: Builder = {
    build: () => createRichText(current),
    setText(text: string) {
      current = { text: String(text), link: null };
      return builder;
    },
    setLinkUrl(...args: unknown[]) {
      current = { ...current, link: args.at(-1) as string | null };
      return builder;
    },
    setTextStyle: () => builder,
  };
  return builder;
}

/** Accepts every style and keeps none. */
export function textStyleBuilder(): TextStyleBuilder {
  const names = ['Bold', 'FontFamily', 'FontSize', 'ForegroundColor', 'Italic', 'Strikethrough', 'Underline'] as const;
  const builder = { build: () => ({}) } as Record<string, unknown>;
  for (const name of names) builder[`set${name}`] = () => builder;
  return builder as unknown as TextStyleBuilder;
}

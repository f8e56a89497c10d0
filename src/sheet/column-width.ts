const LEAST_PX = 84;
const CHARACTER_PX = 8;
const PADDING_PX = 16;

/** A billion fits. */
export const FIGURE_PX = 104;

/** Pixels in which a bold header can be read, and values of a usual length below it. */
export const widthFor = (header: string, valuesPx = LEAST_PX): number =>
  Math.max(valuesPx, Math.round(header.length * CHARACTER_PX) + PADDING_PX);

const BOLD_CHARACTER_PX = 9;

/** Pixels in which a bold header may wrap, and none of its words is broken. */
export const widthForWords = (header: string, valuesPx: number): number =>
  Math.max(valuesPx, ...header.split(/[\s-]+/).map((word) => word.length * BOLD_CHARACTER_PX + 8));

export const PICTURE_COLUMN_PX = 66;
/** Of rows with a picture in them. */
const PICTURE_ROW_PX = 40;

export const rowLook = (hasPicture: boolean): { heightPx?: number } => (hasPicture ? { heightPx: PICTURE_ROW_PX } : {});

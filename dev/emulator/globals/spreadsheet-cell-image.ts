// SpreadsheetApp.CellImage: an image as the value of a cell (reference/spreadsheet/cell-image, cell-image-builder).
// What Google does with an address that it cannot fetch, and when, is written nowhere: here none is fetched.
import type { CellImageData } from '../spreadsheet/cell';

type CellImage = GoogleAppsScript.Spreadsheet.CellImage;
type Builder = GoogleAppsScript.Spreadsheet.CellImageBuilder;

export class ScriptCellImage {
  readonly data: CellImageData;
  constructor(data: CellImageData) {
    this.data = data;
  }
  getAltTextTitle(): string {
    return this.data.altTextTitle;
  }
  getAltTextDescription(): string {
    return this.data.altTextDescription;
  }
}

export const createCellImage = (data: CellImageData): CellImage => {
  const image: Pick<CellImage, keyof ScriptCellImage & keyof CellImage> = new ScriptCellImage(data);
  return image as CellImage;
};

export function cellImageBuilder(): Builder {
  const data: CellImageData = { sourceUrl: '', altTextTitle: '', altTextDescription: '' };
  const set = (change: Partial<CellImageData>): Builder => {
    Object.assign(data, change);
    return builder as Builder;
  };
  const builder: Pick<Builder, 'build' | 'setAltTextTitle' | 'setSourceUrl'> = {
    build: () => createCellImage({ ...data }),
    setAltTextTitle: (altTextTitle) => set({ altTextTitle: String(altTextTitle) }),
    setSourceUrl: (sourceUrl) => set({ sourceUrl: String(sourceUrl) }),
  };
  return builder as Builder;
}

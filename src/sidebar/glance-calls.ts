export interface GlanceCalls {
  /** What the page looks at again and again while it is to be seen. Free. */
  glance: { gives: Record<string, never>; gets: Glance };
}

export interface Glance {
  selection: {
    sheetId: number;
    /** `A2:A13`; several areas as `A2:A13, C4`. */
    area: string;
    /** Another one whenever the selection is. */
    figure: string;
  };
}

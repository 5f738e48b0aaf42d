/** Points of a length in millimetres. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** Characters of a line of text. */
export const charactersPerLine = 28;
/** Lines of a full page. */
export const linesPerPage = 22;

/** Page of an official document (GB/T 9704-2012, 5 and 6), in points from the upper left corner. */
export const sheet = {
  width: mm(210),
  height: mm(297),
  /** core: 156 × 225 mm, 37 mm from the top, 28 mm from the left */
  left: mm(28),
  right: mm(28 + 156),
  top: mm(37),
  bottom: mm(37 + 225),
  /** one of 22 lines */
  line: mm(225) / linesPerPage,
  /** one of 28 characters */
  character: mm(156) / charactersPerLine,
} as const;

/** Type sizes by number of the Chinese system, in points. */
export const size = { no2: 22, no3: 16, no4: 14, small4: 12, no5: 10.5, small5: 9 } as const;

/** Upper edge of the issuer's name below the upper edge of the core (7.2.4). */
export const headDrop = mm(35);
/** Red line below the document number (7.2.8). */
export const redLineDrop = mm(4);
/** The dashes of the page number below the core (7.5). */
export const pageNumberDrop = mm(7);
/** The date ends four characters before the right edge (7.3.5.1). */
export const dateInset = 4;
/** Diameter of an office's seal. */
export const sealDiameter = mm(42);

const form = /^[\u4e00-\u9fa5]+〔\d{4}〕[1-9]\d*号$/;

/** Whether a text has the form of a document number: `代字〔年〕序号号`, no 第, no leading zeros (7.2.5). */
export function isDocumentNumber(text: string): boolean {
  return form.test(text);
}

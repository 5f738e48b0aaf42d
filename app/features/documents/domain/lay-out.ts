import { chineseDate } from "./chinese-date";
import { dateInset, headDrop, mm, pageNumberDrop, redLineDrop, sealDiameter, sheet, size } from "./gbt9704";
import { baseLine, type Item, type Measure, type Page, type Slice } from "./page-items";
import { drawn, endOf, paginate, type Room } from "./paginate";
import type { Block, Paper, Proof, Signature } from "./paper";
import { fieldColumns, tableSlices } from "./table-slices";
import { lineItem, setLines, textSlices, widthOf, type Setting } from "./text-slices";

const width = sheet.right - sheet.left;
const body: Setting = {
  face: "song",
  size: size.no3,
  pitch: sheet.character,
  line: sheet.line,
  left: sheet.left,
  width,
  justify: true,
};
const proofHeight = mm(25);

/** Lays a paper out on pages of A4. Nothing is drawn here; the same words always give the same places. */
export function layOut(paper: Paper, measure: Measure): Page[] {
  const top = paper.official ? officialHead(paper, measure) : formHead(paper, measure);
  const room: Room = { first: top.end, top: sheet.top, bottom: sheet.bottom };
  const slices = paper.blocks.flatMap((block) => blockSlices(block, paper.official, measure));
  const signed = paper.signature ? sheet.line * 0.5 + sealDiameter : 0;
  const pages = paginate(slices, { height: signed + (paper.proof ? proofHeight : 0) }, room);
  const end = endOf(pages, room);
  return pages.map((page, index): Page => {
    const isLast = index === pages.length - 1;
    return [
      ...(paper.mark ? [{ kind: "mark", text: paper.mark } as const] : []),
      ...(index === 0 ? top.items : []),
      ...drawn(page),
      ...(isLast && paper.signature ? signatureItems(paper.signature, end, measure) : []),
      ...(isLast && paper.proof ? proofItems(paper.proof, measure) : []),
      ...pageNumber(index + 1, measure),
    ];
  });
}

/** Red name of the office, number, red line, title (7.2.4 to 7.3.1), and where the text begins. */
function officialHead({ office, number, title }: Paper, measure: Measure): { items: Item[]; end: number } {
  const markTop = sheet.top + headDrop;
  const markSize = Math.min(40, (width / [...office].length) * 0.98);
  const mark = lineItem(
    {
      text: office,
      width: widthOf(office, { face: "songBold", size: markSize, pitch: markSize }, measure),
      ends: true,
    },
    {
      face: "songBold",
      size: markSize,
      pitch: markSize,
      line: markSize,
      left: sheet.left,
      width,
      align: "center",
      ink: "red",
    },
    markTop,
  );
  const numberTop = markTop + markSize + 2 * sheet.line;
  const centred: Setting = { ...body, align: "center", justify: false };
  const numbered = number ? setLines(number, centred, measure).map((line) => lineItem(line, centred, numberTop)) : [];
  const lineY = numberTop + (sheet.line + size.no3) / 2 + redLineDrop;
  const red: Item = { kind: "line", x1: sheet.left, y1: lineY, x2: sheet.right, y2: lineY, width: 1.5, ink: "red" };
  const titled = titleSlices(title, lineY + 2 * sheet.line, measure);
  return { items: [mark, ...numbered, red, ...titled.items], end: titled.end + sheet.line };
}

/** Title and the line under it. */
function formHead({ title, subtitle, office }: Paper, measure: Measure): { items: Item[]; end: number } {
  const small: Setting = {
    face: "hei",
    size: size.small5,
    pitch: size.small5,
    line: size.no3,
    left: sheet.left,
    width,
    ink: "grey",
  };
  const brand = setLines(office, small, measure).map((line) => lineItem(line, small, sheet.top - mm(12)));
  const rule: Item = {
    kind: "line",
    x1: sheet.left,
    y1: sheet.top - mm(5.5),
    x2: sheet.right,
    y2: sheet.top - mm(5.5),
    width: 1,
    ink: "red",
  };
  const titled = titleSlices(title, sheet.top, measure);
  const under: Setting = { ...small, size: size.no5, pitch: size.no5, align: "center", face: "song" };
  const lines = setLines(subtitle ?? "", under, measure).map((line) => lineItem(line, under, titled.end));
  return { items: [...brand, rule, ...titled.items, ...lines], end: titled.end + sheet.line };
}

function titleSlices(title: string, top: number, measure: Measure): { items: Item[]; end: number } {
  const setting: Setting = {
    face: "songBold",
    size: size.no2,
    pitch: size.no2,
    line: size.no2 * 1.5,
    left: sheet.left,
    width,
    align: "center",
  };
  const slices = textSlices(title, setting, measure);
  return {
    items: slices.flatMap((slice, index) => slice.draw(top + index * setting.line)),
    end: top + slices.length * setting.line,
  };
}

function blockSlices(block: Block, official: boolean, measure: Measure): Slice[] {
  const text: Setting = official ? body : { ...body, size: size.small4, pitch: size.small4, line: size.small4 * 1.75 };
  const indent = 2 * text.pitch;
  switch (block.kind) {
    case "blank":
      return [{ height: text.line / 2, draw: () => [], blank: true }];
    case "addressee":
      return textSlices(block.text, { ...text, justify: false }, measure);
    case "heading":
      return textSlices(
        block.text,
        { ...text, face: "hei", indent: official ? indent : 0, justify: false },
        measure,
      ).map((slice) => ({ ...slice, keepsNext: true }));
    case "paragraph":
      return textSlices(block.text, { ...text, indent }, measure);
    case "note":
      return textSlices(
        block.text,
        { ...text, size: size.no5, pitch: size.no5, line: size.no5 * 1.7, ink: "grey" },
        measure,
      );
    case "fields":
      return tableSlices(fieldColumns, block.rows, tablePlace(official ? size.small4 : size.no5), measure);
    case "table":
      return tableSlices(block.columns, block.rows, tablePlace(size.no5), measure);
  }
}

function tablePlace(type: number) {
  return { left: sheet.left, width, size: type, most: (sheet.bottom - sheet.top) * 0.8 };
}

/** The seal stands over name and date, its upper edge within one line of the text (7.3.5.1). */
function signatureItems({ office, day, sealFoot }: Signature, end: number, measure: Measure): Item[] {
  const top = end + sheet.line * 0.5;
  const date = chineseDate(day);
  const dateWidth = widthOf(date, body, measure);
  const nameWidth = widthOf(office, body, measure);
  const middle = Math.min(sheet.right - dateInset * sheet.character - dateWidth / 2, sheet.right - nameWidth / 2);
  const centre = top + sealDiameter / 2;
  const set = (text: string, textWidth: number, band: number): Item =>
    lineItem({ text, width: textWidth, ends: true }, { ...body, left: middle - textWidth / 2, width: textWidth }, band);
  return [
    set(office, nameWidth, centre - sheet.line * 0.7),
    set(date, dateWidth, centre + sheet.line * 0.3),
    { kind: "seal", x: middle, y: centre, diameter: sealDiameter, office, foot: sealFoot },
  ];
}

/** How to confirm the document: a code to scan, and the same in letters. */
function proofItems({ code, url, worth }: Proof, measure: Measure): Item[] {
  const top = sheet.bottom - proofHeight + mm(2);
  const side = mm(21);
  const small: Setting = {
    face: "hei",
    size: size.small5,
    pitch: size.small5,
    line: size.small5 * 1.6,
    left: sheet.left + side + mm(4),
    width: width - side - mm(4),
    ink: "grey",
  };
  const words = [`核验码：${code}`, `${worth}扫码或访问下列地址，可核对内容和文件指纹（SHA-256）：`, url];
  let y = top + mm(1.5);
  const lines = words
    .flatMap((text) => setLines(text, small, measure))
    .map((line) => {
      const item = lineItem(line, small, y);
      y += small.line;
      return item;
    });
  return [
    { kind: "line", x1: sheet.left, y1: top - mm(1.5), x2: sheet.right, y2: top - mm(1.5), width: 0.5, ink: "grey" },
    { kind: "qr", x: sheet.left, y: top, side, text: url },
    ...lines,
  ];
}

/** `— 1 —` in 4号, 7 mm below the core; right on odd pages, left on even ones, one character from the edge (7.5). */
function pageNumber(page: number, measure: Measure): Item[] {
  const setting = { face: "song" as const, size: size.no4, pitch: size.no4 };
  const text = `— ${page} —`;
  const textWidth = widthOf(text, setting, measure);
  const x = page % 2 === 1 ? sheet.right - size.no4 - textWidth : sheet.left + size.no4;
  const top = sheet.bottom + pageNumberDrop - size.no4 / 2;
  return [
    {
      kind: "text",
      x,
      y: baseLine(top, size.no4, size.no4),
      text,
      face: "song",
      size: size.no4,
      spacing: 0,
      ink: "black",
    },
  ];
}

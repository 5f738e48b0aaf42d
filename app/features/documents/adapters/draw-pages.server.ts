import {
  PDFDocument,
  degrees,
  pushGraphicsState,
  popGraphicsState,
  rgb,
  setCharacterSpacing,
  type Color,
  type PDFFont,
  type PDFPage,
} from "pdf-lib";
import { create as createQr } from "qrcode";
import { sheet } from "../domain/gbt9704";
import type { Ink, Item, Page } from "../domain/page-items";
import type { Metadata } from "../domain/press";
import type { Face } from "../domain/paper";
import { sealShape } from "../domain/seal-shape";
import { embeddedFont } from "./embedded-font.server";
import { typefaces, type Typefaces } from "./typefaces.server";

const inks: Record<Ink, Color> = {
  black: rgb(0, 0, 0),
  grey: rgb(0.33, 0.33, 0.33),
  red: rgb(0.84, 0.07, 0.09),
  pale: rgb(0.955, 0.955, 0.955),
};

type Pen = { page: PDFPage; fonts: Map<Face, PDFFont>; faces: Typefaces };

/** Draws laid-out pages with the fonts' used glyphs embedded; not yet saved, so that a signature can be prepared. */
export async function drawPages(
  pages: readonly Page[],
  { title, author, subject, at }: Metadata,
): Promise<PDFDocument> {
  const faces = await typefaces();
  const pdf = await PDFDocument.create();
  pdf.registerFontkit({ create: (name) => embeddedFont(Buffer.from(name).toString() as Face, faces) as never });
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setAuthor(author);
  pdf.setSubject(subject);
  pdf.setProducer("Huiqitong");
  pdf.setCreator("Huiqitong");
  pdf.setLanguage("zh-CN");
  pdf.setCreationDate(at);
  pdf.setModificationDate(at);
  const used = new Set(
    pages.flat().flatMap((item) => (item.kind === "text" ? [item.face] : item.kind === "mark" ? ["hei" as const] : [])),
  );
  const fonts = new Map<Face, PDFFont>();
  for (const face of used) fonts.set(face, await pdf.embedFont(Buffer.from(face), { subset: true }));
  for (const items of pages) {
    const page = pdf.addPage([sheet.width, sheet.height]);
    for (const item of items) drawItem({ page, fonts, faces }, item);
  }
  return pdf;
}

function drawItem(pen: Pen, item: Item): void {
  switch (item.kind) {
    case "text":
      return drawText(pen, item);
    case "line":
      return pen.page.drawLine({
        start: { x: item.x1, y: flip(item.y1) },
        end: { x: item.x2, y: flip(item.y2) },
        thickness: item.width,
        color: inks[item.ink],
      });
    case "fill":
      return pen.page.drawRectangle({
        x: item.x,
        y: flip(item.y + item.height),
        width: item.width,
        height: item.height,
        color: inks[item.ink],
      });
    case "seal":
      return drawSeal(pen, item);
    case "qr":
      return drawQr(pen, item);
    case "mark":
      return drawMark(pen, item.text);
  }
}

function flip(y: number): number {
  return sheet.height - y;
}

function drawText({ page, fonts }: Pen, item: Extract<Item, { kind: "text" }>): void {
  if (item.text === "") return;
  page.pushOperators(pushGraphicsState(), setCharacterSpacing(item.spacing));
  page.drawText(item.text, {
    x: item.x,
    y: flip(item.y),
    size: item.size,
    font: fonts.get(item.face),
    color: inks[item.ink],
  });
  page.pushOperators(popGraphicsState());
}

/** The seal lies over name and date: it is drawn so that both show through. */
function drawSeal({ page, faces }: Pen, { x, y, diameter, office, foot }: Extract<Item, { kind: "seal" }>): void {
  const shape = sealShape(office, foot, (character) => faces.glyph("songBold", character));
  for (const path of shape.fills)
    page.drawSvgPath(path, { x, y: flip(y), scale: diameter, color: inks.red, borderWidth: 0, opacity: 0.86 });
  for (const { radius, width } of shape.rings)
    page.drawCircle({
      x,
      y: flip(y),
      size: radius * diameter,
      borderWidth: width * diameter,
      borderColor: inks.red,
      borderOpacity: 0.86,
    });
}

/** Dark squares of a row are drawn as one, so that no hairlines show between them. */
function drawQr({ page }: Pen, { x, y, side, text }: Extract<Item, { kind: "qr" }>): void {
  const { modules } = createQr(text, { errorCorrectionLevel: "M" });
  const unit = side / modules.size;
  const path: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let start = 0; start < modules.size; start += 1) {
      if (!modules.get(row, start)) continue;
      let end = start;
      while (end < modules.size && modules.get(row, end)) end += 1;
      path.push(`M${start} ${row}H${end}V${row + 1}H${start}Z`);
      start = end;
    }
  }
  page.drawSvgPath(path.join(""), { x, y: flip(y), scale: unit, color: inks.black, borderWidth: 0 });
}

function drawMark({ page, fonts }: Pen, text: string): void {
  const size = 150;
  page.drawText(text, {
    x: sheet.width / 2 - size * 0.75,
    y: sheet.height / 2 - size,
    size,
    font: fonts.get("hei"),
    color: inks.grey,
    opacity: 0.08,
    rotate: degrees(35),
  });
}

import { strToU8, zipSync } from "fflate";

type Options = {
  /** inner XML of `sheetData` of each sheet, with the state it has */
  sheets: readonly { name?: string; data: string; state?: "hidden" | "veryHidden"; more?: string }[];
  /** number formats of styles 1, 2, …: a built-in id or a code of its own */
  formats?: readonly (number | string)[];
  strings?: string;
  date1904?: boolean;
  /** prefix of every element, as some programs write it */
  prefix?: string;
};

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** The bytes of an XLSX file written part by part (ECMA-376), to try what programs write and no library does. */
export function workbookOf({ sheets, formats = [], strings = "", date1904 = false, prefix = "" }: Options): Uint8Array {
  const named = (xml: string) => xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
  const part = (root: string, inner: string, more = "") =>
    strToU8(
      named(`<${root} XMLNS="${main}"${more}>${inner}</${root}>`).replace(
        "XMLNS",
        prefix ? `xmlns:${prefix.slice(0, -1)}` : "xmlns",
      ),
    );
  const relations = (rows: readonly [string, string][]) =>
    strToU8(
      `<Relationships xmlns="${packages}/relationships">${rows.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${office}/${type}" Target="${target}"/>`).join("")}</Relationships>`,
    );
  const own = formats.filter((format) => typeof format === "string");
  const idOf = (format: number | string) => (typeof format === "number" ? format : 180 + own.indexOf(format));
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const files = Object.fromEntries(
    sheets.map(({ data, more = "" }, index) => [
      `xl/worksheets/sheet${index + 1}.xml`,
      part("worksheet", `<sheetData>${data}</sheetData>${more}`),
    ]),
  );
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/workbook.xml": part(
      "workbook",
      `${date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="r${index + 1}"/>`).join("")}</sheets>`,
      ` xmlns:r="${office}"`,
    ),
    "xl/styles.xml": part(
      "styleSheet",
      `<numFmts count="${own.length}">${own.map((code, index) => `<numFmt numFmtId="${180 + index}" formatCode="${escaped(code)}"/>`).join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((format) => `<xf numFmtId="${idOf(format)}"/>`).join("")}</cellXfs>`,
    ),
    "xl/sharedStrings.xml": part("sst", strings),
    ...files,
  });
}

import type { refusals as zh } from "./refusals.zh";
import type { Translation } from "./translation";

export const refusals: Translation<typeof zh> = {
  request: {
    forbidden: "You may not see or do this",
    "not-found": "There is no such page or case",
    failed: "This did not work just now",
    "foreign-origin": "The request did not come from our own pages and was refused",
    "too-large": "What was sent is too large and was not taken",
    "too-long": "The text has {{length}} characters, the most is {{most}}; please shorten it and send it again",
    "too-many-fields": "What was sent has too many fields and was not taken",
    "content-type": "What was sent has the wrong format; please work from our own pages",
    malformed: "What was sent is incomplete or cannot be read; please check it and send it again",
    doubled: "The field “{{field}}” holds two different values; keep one",
    "several-files": "Upload one file at a time",
    unavailable: "The database cannot be reached just now; please try again in a while",
  },
  sheet: {
    password:
      "The sheet asks for a password. Clear it in Excel under File, Info, Protect Workbook (in WPS under File, Encrypt), save and upload it again",
    unreadable: "The file can't be read: upload XLSX, or CSV in UTF-8 or GBK",
    "old-format":
      "This is a workbook of an old kind (such as .xls, .et or a web page): open it in Excel or WPS, save it as .xlsx and upload that",
    "too-long": "More than {{rows}} rows: please split the file",
    "too-wide":
      "Something stands beyond column ZZ and would not be read: move it before column ZZ or delete it, and upload the sheet again",
    "too-big": "The workbook is too big once unpacked: keep the sheet and rows to import, save it anew and upload that",
  },
};

import type { PlainDate } from "~/kernel/plain-date";
import type { Block, Paper, Proof } from "./paper";

/** Who issues a document, when, under which number, and where it is confirmed. */
export type Letterhead = { office: string; number: string; day: PlainDate; sealFoot: string; proof: Proof };

/** Where a document is confirmed. One of a demonstration says that it is none, in its seal and under its text. */
export function proofOf(code: string, publicUrl: string, isDemo: boolean): { proof: Proof; sealFoot: string } {
  return {
    proof: {
      code,
      url: new URL(`/verify/${code}`, publicUrl).href,
      worth: isDemo
        ? "演示文书，不具有法律效力。"
        : "本文书经数字签名，改动可被发现；电子印章与实物印章具有同等法律效力。",
    },
    sealFoot: isDemo ? "演示专用" : "电子印章",
  };
}

/** An official document with red head, number, signature and seal. */
export function officialPaper(
  { office, number, day, sealFoot, proof }: Letterhead,
  title: string,
  blocks: readonly Block[],
): Paper {
  return { official: true, office, number, title, blocks, signature: { office, day, sealFoot }, proof };
}

/** `一、`, `二、` … for the first level of headings; up to ten. */
export function headed(index: number, text: string): Block {
  return { kind: "heading", text: `${"一二三四五六七八九十"[index] ?? ""}、${text}` };
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

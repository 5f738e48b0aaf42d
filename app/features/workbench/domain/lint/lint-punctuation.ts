import type { PolicyItem } from "~/features/policies/domain/policy-item";
import type { Finding } from "./finding";

type Found = Omit<Finding, "itemId">;
type Texts = Pick<PolicyItem, "title" | "summary" | "notes" | "materials" | "steps">;

const beside = String.raw`[\u3400-\u9fff“”‘’（）、。，；：]`;
const halfWidth = new RegExp(`(?<=${beside})[,;:!?()]|[,;:!?()](?=${beside})`);

/** Half-width marks among Chinese characters, where GB/T 15834-2011 (5.1) wants the full-width ones. */
export function lintPunctuation({ title, summary, notes, materials, steps }: Texts): Found[] {
  const texts = { title, summary, notes: notes ?? "", materials: materials.join("\n"), steps: steps.join("\n") };
  return Object.entries(texts).flatMap(([key, text]) => {
    const found = halfWidth.exec(text);
    if (found === null) return [];
    const words = text.slice(Math.max(0, found.index - 4), found.index + 5).replaceAll("\n", " ");
    return [{ code: "halfWidth" as const, path: `/${key}`, values: { words } }];
  });
}

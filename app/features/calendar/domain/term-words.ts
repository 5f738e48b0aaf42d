import type { TermKind } from "./term";

type Say = (key: string, values?: Record<string, string>) => string;

/** A term in words; `t` knows the namespaces `calendar`, `applications`, `troubles`. */
export function termWords(t: Say, { kind, step }: { kind: string; step: string | null }): string {
  return t(`calendar:term.${kind}`, { step: stepWords(t, kind as TermKind, step ?? "") });
}

function stepWords(t: Say, kind: TermKind, step: string): string {
  if (kind === "task") return t(`applications:stage.${step}`);
  if (kind === "trouble") return t(`troubles:step.${step}`);
  return kind === "wait" ? t(`calendar:wait.${step}`) : "";
}

import { CircleCheck, CircleHelp, CircleX } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ExplanationView } from "../domain/explanation-view";

type Props = { node: ExplanationView; own: boolean; ask?: (fact: string) => ReactNode };

/** Conditions with what became of each; without `own` figures only the rule in words. */
export function ConditionTree({ node, own, ask }: Props) {
  const { t } = useTranslation("matching");
  if (node.kind === "leaf") return <ul><Leaf node={node} own={own} ask={ask} /></ul>;
  return (
    <div>
      <p className="mb-1 text-sm font-semibold text-muted">{t(node.kind)}</p>
      <ul className="space-y-1 border-l-2 border-brand-200 pl-4">
        {node.children.map((child) =>
          child.kind === "leaf" ? <Leaf key={child.key} node={child} own={own} ask={ask} /> : <li key={child.key} className="py-2"><ConditionTree node={child} own={own} ask={ask} /></li>,
        )}
      </ul>
    </div>
  );
}

const signs = {
  met: { icon: CircleCheck, style: "text-good" },
  unmet: { icon: CircleX, style: "text-bad" },
  unknown: { icon: CircleHelp, style: "text-warn" },
};

function Leaf({ node, own, ask }: { node: Extract<ExplanationView, { kind: "leaf" }>; own: boolean; ask?: Props["ask"] }) {
  const { t } = useTranslation("matching");
  const { icon: Icon, style } = signs[node.outcome];
  if (!own) return <li className="py-1">{node.clause}</li>;
  return (
    <li className="border-b border-line py-2 last:border-0">
      <div className="grid gap-x-4 sm:grid-cols-[1fr_14rem_9rem]">
        <span className="font-medium">{node.clause}</span>
        <span><span className="text-sm text-muted">{t("own")}</span> {node.own}</span>
        <span className={`inline-flex items-start gap-1 font-semibold ${style}`}><Icon aria-hidden size={18} className="mt-1 shrink-0" />{t(`outcome.${node.outcome}`)}</span>
      </div>
      {node.gap && <p className="text-sm text-bad">{node.gap}</p>}
      {node.outcome === "unknown" && ask?.(node.fact)}
    </li>
  );
}

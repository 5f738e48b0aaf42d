import { CircleCheck, CircleHelp, CircleX } from "~/ui/icons";
import type { ReactNode } from "react";
import { useWords } from "~/i18n/use-words";
import type { ExplanationView } from "../domain/explain/explanation-view";
import { Chip } from "~/ui/tag";

/** For whom the figures are shown: the firm itself, an official, a visitor trying; `nobody` reads the bare rule. */
export type Reader = "firm" | "official" | "visitor" | "nobody";

type Props = { node: ExplanationView; reader: Reader; ask?: (fact: string) => ReactNode };

/** Conditions with what became of each; for `nobody` only the rule in words. */
export function ConditionTree({ node, reader, ask }: Props) {
  const { t } = useWords("matching");
  if (node.kind === "leaf")
    return (
      <ul>
        <Leaf node={node} reader={reader} ask={ask} />
      </ul>
    );
  const isFailedChoice =
    reader !== "nobody" && node.kind === "any" && node.outcome === "unmet" && node.children.length > 1;
  return (
    <div>
      <p className="mb-1 text-sm font-semibold text-muted">
        {t(node.kind)}
        {isFailedChoice && t("nearestFirst")}
      </p>
      <ul className="space-y-1 border-l-2 border-brand-200 pl-4">
        {node.children.map((child, index) =>
          child.kind === "leaf" ? (
            <Leaf key={child.key} node={child} reader={reader} ask={ask} nearest={isFailedChoice && index === 0} />
          ) : (
            <li key={child.key} className="py-2">
              {isFailedChoice && (
                <p className="mb-1">
                  <span className="font-medium">{t("alternative", { number: index + 1 })}</span>{" "}
                  {index === 0 && <Chip>{t("nearest")}</Chip>}
                </p>
              )}
              <ConditionTree node={child} reader={reader} ask={ask} />
            </li>
          ),
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

function Leaf({
  node,
  reader,
  ask,
  nearest,
}: {
  node: Extract<ExplanationView, { kind: "leaf" }>;
  reader: Reader;
  ask?: Props["ask"];
  nearest?: boolean;
}) {
  const { t } = useWords("matching");
  const { icon: Icon, style } = signs[node.outcome];
  if (reader === "nobody") return <li className="py-1">{node.clause}</li>;
  return (
    <li className="border-b border-line py-2 last:border-0">
      <div className="grid gap-x-4 sm:grid-cols-[1fr_14rem_9rem]">
        <span className="font-medium">
          {node.clause} {nearest && <Chip>{t("nearest")}</Chip>}
        </span>
        <span>
          <span className="text-sm text-muted">{t(`own.${reader}`)}</span> {node.own}
        </span>
        <span className={`inline-flex items-start gap-1 font-semibold ${style}`}>
          <Icon aria-hidden size={18} className="mt-1 shrink-0" />
          {t(`outcome.${node.outcome}`)}
        </span>
      </div>
      {node.gap && <p className="text-sm text-bad">{node.gap}</p>}
      {node.outcome === "unknown" && ask?.(node.fact)}
    </li>
  );
}

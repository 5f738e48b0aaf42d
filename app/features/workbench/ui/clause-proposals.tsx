import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ConditionTree } from "~/features/matching/ui/condition-tree";
import { AmountRule } from "~/features/policies/ui/amount-rule";
import { SubmitButton } from "~/ui/form";
import { Tag } from "~/ui/tag";
import type { ShownProposal } from "../use-cases/clause-page.server";

type Props = {
  version: number;
  proposals: readonly ShownProposal[];
  active: string | null;
  onActive: (id: string | null) => void;
  canWrite: boolean;
};

/** What is proposed, each to be ticked and each leading back to its words. */
export function ClauseProposals({ version, proposals, active, onActive, canWrite }: Props) {
  const { t } = useWords("workbench");
  if (proposals.length === 0) return <p className="text-muted">{t("clause.nothing")}</p>;
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <ul className="space-y-3">
        {proposals.map((proposal) => (
          <li
            key={proposal.id}
            id={`proposal-${proposal.id}`}
            tabIndex={-1}
            onMouseEnter={() => onActive(proposal.id)}
            onMouseLeave={() => onActive(null)}
            onFocus={() => onActive(proposal.id)}
            onBlur={() => onActive(null)}
            className={`rounded-md border p-3 ${active === proposal.id ? "border-brand-700 bg-brand-50" : "border-line bg-white"}`}
          >
            <OneProposal proposal={proposal} canWrite={canWrite} />
          </li>
        ))}
      </ul>
      {canWrite && (
        <div className="mt-4">
          <p className="mb-2 text-sm text-muted">{t("clause.takeHint")}</p>
          <SubmitButton name="intent" value="take">
            {t("clause.take")}
          </SubmitButton>
        </div>
      )}
    </Form>
  );
}

function OneProposal({ proposal, canWrite }: { proposal: ShownProposal; canWrite: boolean }) {
  const { t } = useWords("workbench");
  const { id, kind, lines, rule, amount, words, others, by } = proposal;
  const label = `take-${id}`;
  return (
    <>
      <div className="flex items-start gap-2">
        {proposal.canTake && canWrite && (
          <input
            type="checkbox"
            id={label}
            name="proposal"
            value={id}
            defaultChecked
            className="mt-1 size-5 shrink-0"
          />
        )}
        <label htmlFor={label} className="min-w-0 font-medium">
          {t(`clause.kind.${kind}`)}
          {by === "model" && (
            <>
              {" "}
              <Tag tone="info">{t("clause.byModel")}</Tag>
            </>
          )}
        </label>
      </div>
      {rule && <ConditionTree node={rule} reader="nobody" />}
      {amount && <AmountRule lines={amount} />}
      {lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      <p className="text-sm text-muted">
        <a href={`#words-${id}`}>{t("clause.from")}</a>
        {t("common:colon")}
        <q lang="zh">{words}</q>
      </p>
      {others.length > 0 && (
        <p className="text-sm text-muted">{t("clause.others", { names: others.join(t("clause.comma")) })}</p>
      )}
      {!proposal.canTake && <p className="text-sm text-warn">{t("clause.byHand")}</p>}
    </>
  );
}

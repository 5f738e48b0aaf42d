import { ArrowDown, ArrowUp, Ban, FolderInput, FolderOutput, Plus, Trash } from "~/ui/icons";
import { useWords } from "~/i18n/use-words";
import type { Condition, Leaf } from "~/features/policies/domain/condition-schema";
import {
  addAt,
  childrenOf,
  moveAt,
  negateAt,
  removeAt,
  replaceAt,
  switchAt,
  unwrapAt,
  wrapAt,
  type TreePath,
} from "../domain/edit-tree";
import { inItem } from "../domain/editor-state";
import { leafWith, newLeaf, operatorsFor } from "../domain/operators-for";
import { useEditing } from "./editor-context";
import { FactPicker } from "./fact-picker";
import { SelectInput, SmallButton } from "./fields";
import { PlaceNotes } from "./place-notes";
import { ValueEditor } from "./value-editor";

/** The place of a condition as problems and findings name it. */
export function placeOf(path: TreePath): string {
  return ["/conditions", ...path].join("/");
}

/** The condition tree: groups of all or any, negations, comparisons; every change goes through the pure tree edits. */
export function ConditionBuilder({ root }: { root: Condition }) {
  return <Node root={root} node={root} path={[]} place={1} />;
}

type NodeProps = { root: Condition; node: Condition; path: TreePath; place: number };

function Node({ root, node, path, place }: NodeProps) {
  if ("not" in node) return <Negation root={root} node={node} path={path} place={place} />;
  return childrenOf(node) ? (
    <Group root={root} node={node} path={path} place={place} />
  ) : (
    <Comparison root={root} node={node} path={path} place={place} />
  );
}

function useTree(root: Condition) {
  const { change } = useEditing();
  return (next: Condition) => next !== root && change(inItem({ conditions: next }));
}

function Group({ root, node, path, place }: NodeProps) {
  const { t } = useWords("workbench");
  const { choices } = useEditing();
  const set = useTree(root);
  const group = childrenOf(node);
  const first = choices.facts.find((fact) => fact.name === "employees") ?? choices.facts[0];
  if (!group || !first) return null;
  const { kind, children } = group;
  return (
    <div
      id={placeOf(path)}
      tabIndex={-1}
      role="group"
      aria-label={t("group", { place })}
      className={`rounded-md border p-3 ${kind === "all" ? "border-brand-200 bg-brand-50/40" : "border-warn/40 bg-warn-soft/40"}`}
    >
      <div className="mb-2 flex flex-wrap items-end gap-2">
        <SelectInput
          label={t("groupKind")}
          value={kind}
          onChange={() => set(switchAt(root, path))}
          options={[
            { value: "all", label: t("all") },
            { value: "any", label: t("any") },
          ]}
        />
        {path.length > 0 && <NodeButtons root={root} path={path} place={place} group />}
      </div>
      <PlaceNotes place={placeOf(path)} />
      <ol className="space-y-3">
        {children.map((child, index) => (
          <li key={index}>
            <Node root={root} node={child} path={[...path, kind, index]} place={index + 1} />
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap gap-2">
        <SmallButton onClick={() => set(addAt(root, path, newLeaf(first)))}>
          <Plus aria-hidden size={16} />
          {t("addCondition")}
        </SmallButton>
        <SmallButton
          onClick={() => set(addAt(root, path, kind === "all" ? { any: [newLeaf(first)] } : { all: [newLeaf(first)] }))}
        >
          <Plus aria-hidden size={16} />
          {t(kind === "all" ? "addAny" : "addAll")}
        </SmallButton>
      </div>
    </div>
  );
}

function Negation({ root, node, path, place }: NodeProps & { node: { not: Condition } }) {
  const { t } = useWords("workbench");
  return (
    <div
      id={placeOf(path)}
      tabIndex={-1}
      role="group"
      aria-label={t("negation", { place })}
      className="rounded-md border border-bad/40 p-3"
    >
      <p className="mb-2 font-medium text-bad">{t("not")}</p>
      <Node root={root} node={node.not} path={[...path, "not"]} place={place} />
    </div>
  );
}

function Comparison({ root, node, path, place }: NodeProps) {
  const { t } = useWords("workbench");
  const { factByName, preview } = useEditing();
  const set = useTree(root);
  const leaf = node as Leaf;
  const fact = factByName.get(leaf.fact);
  const at = placeOf(path);
  const put = (next: Leaf) => set(replaceAt(root, path, () => next));
  return (
    <div
      id={at}
      tabIndex={-1}
      role="group"
      aria-label={t("condition", { place })}
      className="rounded-md border border-line bg-white p-3"
    >
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-[3fr_2fr_3fr]">
        <FactPicker label={t("fact.label")} value={leaf.fact} onPick={(picked) => put(newLeaf(picked))} />
        {fact && (
          <SelectInput
            label={t("operator.label")}
            value={leaf.operator}
            onChange={(operator) => put(leafWith(fact, operator as Leaf["operator"], leaf.value))}
            options={[...new Set([...operatorsFor(fact), leaf.operator])].map((operator) => ({
              value: operator,
              label: t(`operator.${operator}`),
            }))}
          />
        )}
        {fact && (
          <div className="sm:col-span-2 xl:col-span-1">
            <ValueEditor
              key={`${leaf.fact} ${leaf.operator}`}
              fact={fact}
              leaf={leaf}
              onChange={(value) => put({ ...leaf, value } as Leaf)}
            />
          </div>
        )}
      </div>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm">
          <span className="text-muted">{t("inWords")}</span> {preview.assessment.words[at] ?? "…"}
        </p>
        <NodeButtons root={root} path={path} place={place} />
      </div>
      <PlaceNotes place={at} />
    </div>
  );
}

function NodeButtons({
  root,
  path,
  place,
  group = false,
}: {
  root: Condition;
  path: TreePath;
  place: number;
  group?: boolean;
}) {
  const { t } = useWords("workbench");
  const set = useTree(root);
  const negated = path.at(-1) === "not" ? path.slice(0, -1) : path;
  const names = { place };
  return (
    <div className="flex flex-wrap gap-1">
      {path.length > 0 && (
        <SmallButton label={t("up", names)} onClick={() => set(moveAt(root, path, -1))}>
          <ArrowUp aria-hidden size={16} />
        </SmallButton>
      )}
      {path.length > 0 && (
        <SmallButton label={t("down", names)} onClick={() => set(moveAt(root, path, 1))}>
          <ArrowDown aria-hidden size={16} />
        </SmallButton>
      )}
      <SmallButton label={t("negate", names)} onClick={() => set(negateAt(root, negated))}>
        <Ban aria-hidden size={16} />
      </SmallButton>
      {group ? (
        <SmallButton label={t("unwrap", names)} onClick={() => set(unwrapAt(root, path))}>
          <FolderOutput aria-hidden size={16} />
        </SmallButton>
      ) : (
        <SmallButton label={t("wrap", names)} onClick={() => set(wrapAt(root, path, "any"))}>
          <FolderInput aria-hidden size={16} />
        </SmallButton>
      )}
      {path.length > 0 && (
        <SmallButton label={t("remove", names)} onClick={() => set(removeAt(root, path))}>
          <Trash aria-hidden size={16} />
        </SmallButton>
      )}
    </div>
  );
}

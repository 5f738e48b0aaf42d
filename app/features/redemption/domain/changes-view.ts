import { codeNames } from "~/features/policies/domain/code-names";
import { factInWords, type Language } from "~/features/policies/domain/value-words";
import type { Catalogue } from "~/features/policies/domain/catalogue";
import type { PolicyItem } from "~/features/policies/domain/policy-item";
import { factsOfItem } from "~/features/policies/domain/walk-conditions";
import { formatYuan } from "~/kernel/money";
import { changesBetween, type SubmissionChanges } from "./changes";
import type { EstablishedWords } from "./case-record";
import type { CorrectionPoint } from "./correction-points";
import { redemption as en } from "../redemption.en";
import { redemption as zh } from "../redemption.zh";
import type { Submission, SubmittedMaterial } from "./submission";

/** Something that changed, old and new side by side; files by their id, everything else in words. `asked`: a point names it. */
export type ShownChange = {
  kind: "figure" | "material" | "account" | "sum" | "other";
  label: string;
  asked: boolean;
  before: ShownSide;
  after: ShownSide;
  /** what shows the figure that an official set right */
  evidence?: string | undefined;
};
export type ShownSide = { text: string | null; files: { id: string; fileName: string }[] };

/** A point that was asked, what the firm answered, and whether what it concerns was changed; null where it names nothing. */
export type ShownPoint = CorrectionPoint & { answer: string | null; changed: boolean | null };

export type ShownCorrection = {
  seq: number;
  at: Date;
  kind: string;
  /** why an official changed facts */
  reason: string | null;
  points: ShownPoint[];
  /** what the firm wrote to all of them */
  answer: string | null;
  /** null: what stood there before was not kept */
  changes: ShownChange[] | null;
};

/** A correction as it was asked and answered. */
export type AnsweredCorrection = {
  points: readonly CorrectionPoint[];
  answers: readonly string[];
  answer: string | null;
};

type Reading = { item: PolicyItem; registry: Catalogue; language: Language };
type HandedIn = Submission & { at: Date };

/** Every handing-in after the first, with what was asked and what changed. Corrections in the order they were answered. */
export function correctionsShown(
  submissions: readonly HandedIn[],
  corrections: readonly AnsweredCorrection[],
  reading: Reading,
): ShownCorrection[] {
  const answered = [...corrections];
  return submissions.flatMap((after) => {
    if (after.seq === 1) return [];
    const before = submissions.find(({ seq }) => seq === after.seq - 1);
    return [correctionShown({ before, after }, after.kind === "correction" ? answered.shift() : undefined, reading)];
  });
}

const nothingAsked: AnsweredCorrection = { points: [], answers: [], answer: null };

function correctionShown(
  { before, after }: { before: HandedIn | undefined; after: HandedIn },
  { points, answers, answer } = nothingAsked,
  reading: Reading,
): ShownCorrection {
  const changes = before ? changesShown(changesBetween(before, after), points, reading) : null;
  return {
    seq: after.seq,
    at: after.at,
    kind: after.kind,
    reason: after.reason ?? null,
    points: points.map((point, index) => ({
      ...point,
      answer: answers[index] || null,
      changed: point.about === "" || !changes ? null : changes.some(({ label }) => isAbout(point, label, reading)),
    })),
    answer,
    changes: changes && after.kind === "verified" ? withEvidence(changes, after, reading) : changes,
  };
}

/** Every figure that was set right in a case, in words, with what it was before. Given in the order of `seq`. */
export function establishedInWords(submissions: readonly HandedIn[], reading: Reading): EstablishedWords[] {
  return correctionsShown(submissions, [], reading).flatMap(({ kind, reason, changes }) =>
    kind !== "verified"
      ? []
      : (changes ?? []).flatMap(({ label, before, after, evidence }) =>
          evidence === undefined
            ? []
            : [{ label, stated: before.text ?? "", found: after.text ?? "", evidence, reason: reason ?? "" }],
        ),
  );
}

/** What each figure that was set right rests on; figures that follow from them have none of their own. */
function withEvidence(
  changes: readonly ShownChange[],
  after: HandedIn,
  { registry, language }: Reading,
): ShownChange[] {
  const said = new Map(
    after.frozen.records.flatMap(({ fact, evidence }) => {
      const label = registry.facts.get(fact)?.[language];
      return label && evidence !== undefined ? [[label, evidence] as const] : [];
    }),
  );
  return changes.map((each) => ({ ...each, evidence: said.get(each.label) }));
}

/** What changed, in words: figures the item reads first, then files, account, other figures of the firm, and the sum. */
export function changesShown(
  changes: SubmissionChanges,
  points: readonly CorrectionPoint[],
  reading: Reading,
): ShownChange[] {
  const { item, language } = reading;
  const asked = (label: string) => points.some((point) => isAbout(point, label, reading));
  const read = new Set(factsOfItem(item));
  const figures = changes.figures.flatMap((each) => figureShown(each, read, reading));
  const files = changes.materials.map(({ name, before, after }) => ({
    kind: "material" as const,
    label: name,
    before: filesOf(before),
    after: filesOf(after),
  }));
  const account = (of: { holder: string; bankName: string; lastFour: string } | null) =>
    side(of && `${of.holder} ${of.bankName} ****${of.lastFour}`);
  const sum = (fen: bigint | null) => side(fen === null ? null : formatYuan(fen));
  return [
    ...figures.filter(({ kind }) => kind === "figure"),
    ...files,
    ...(changes.account
      ? [
          {
            kind: "account" as const,
            label: accountLabel[language],
            before: account(changes.account.before),
            after: account(changes.account.after),
          },
        ]
      : []),
    ...figures.filter(({ kind }) => kind === "other"),
    ...(changes.sum
      ? [
          {
            kind: "sum" as const,
            label: sumLabel[language],
            before: sum(changes.sum.before),
            after: sum(changes.sum.after),
          },
        ]
      : []),
  ].map((each) => ({ ...each, asked: asked(each.label) }));
}

const accountLabel: Readonly<Record<Language, string>> = { zh: zh.case.account, en: en.case.account };
const sumLabel: Readonly<Record<Language, string>> = { zh: zh.changes.sum, en: en.changes.sum };

function figureShown(
  { fact, before, after }: SubmissionChanges["figures"][number],
  read: ReadonlySet<string>,
  { registry, language }: Reading,
) {
  const definition = registry.facts.get(fact);
  if (!definition) return [];
  const names = codeNames(registry, language);
  return [
    {
      kind: read.has(fact) ? ("figure" as const) : ("other" as const),
      label: definition[language],
      before: side(factInWords(before, definition, language, names)),
      after: side(factInWords(after, definition, language, names)),
    },
  ];
}

function side(text: string | null): ShownSide {
  return { text, files: [] };
}

function filesOf(files: readonly SubmittedMaterial[]): ShownSide {
  return { text: null, files: files.map(({ id, fileName }) => ({ id, fileName })) };
}

/** Whether a point names something; officials name it in the language they work in, the firm reads it in its own. */
function isAbout({ about }: CorrectionPoint, label: string, { registry, language }: Reading): boolean {
  if (about === "") return false;
  if (about === label) return true;
  if (label === accountLabel[language]) return Object.values(accountLabel).includes(about);
  return [...registry.facts.values()].some(
    (definition) => definition[language] === label && (definition.zh === about || definition.en === about),
  );
}

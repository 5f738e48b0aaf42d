import type { Department } from "~/features/policies/domain/registries";
import { edgeOf, readFigures, type Figure } from "./figures";
import type { Proposed } from "./proposal";
import { evenWidth, type Span } from "./span";

export type FoundTerm = { what: Proposed; spans: Span[] };

type Finder = (plain: string, figures: readonly Figure[]) => FoundTerm[];

const finders: readonly Finder[] = [once, groups, windows, terms, materials];

/** What a text says beside amounts and conditions: how often, what excludes what, windows, terms, materials, the office. */
export function termsIn(text: string, departments: readonly Pick<Department, "names">[]): FoundTerm[] {
  const plain = evenWidth(text);
  const figures = readFigures(text);
  return [...finders.flatMap((find) => find(plain, figures)), ...offices(plain, departments)];
}

function spanOf(match: RegExpExecArray | RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

function once(plain: string): FoundTerm[] {
  const ever = /一次性|只(?:能|可)?享受(?:一次|1次)|不(?:再|得)重复(?:奖励|申报|享受同一)/.exec(plain);
  if (ever) return [{ what: { kind: "once", every: "ever" }, spans: [spanOf(ever)] }];
  const project = /(?:单个|每个|同一|单项)项目(?:最高|只|不超过|限)/.exec(plain);
  if (project) return [{ what: { kind: "once", every: "project" }, spans: [spanOf(project)] }];
  const year = /每年(?:度)?(?:限|只|不超过|最高)|每年享受一次/.exec(plain);
  return year ? [{ what: { kind: "once", every: "year" }, spans: [spanOf(year)] }] : [];
}

function groups(plain: string): FoundTerm[] {
  return [
    ...plain.matchAll(
      /就高(?:不(?:就低|重复))*|从高不重复|不(?:得)?重复享受|不(?:得)?叠加享受?|择优(?:享受|不重复)?|不可兼得|补差|补足差额|差额补足/g,
    ),
  ].map((match) => ({
    what: { kind: "group", words: match[0] },
    spans: [spanOf(match)],
  }));
}

function windows(plain: string, figures: readonly Figure[]): FoundTerm[] {
  const days = figures.filter(({ kind }) => kind === "day");
  return days.flatMap((figure, at): FoundTerm[] => {
    const previous = days[at - 1];
    if (previous?.joins === "range" && figure.day && previous.day)
      return [
        {
          what: { kind: "window", opens: previous.day, closes: figure.day },
          spans: [{ start: previous.start, end: figure.end }],
        },
      ];
    if (figure.joins === "range" || !figure.day) return [];
    const after = plain.slice(figure.end, figure.end + 4);
    const span = {
      start: figure.start,
      end: figure.end + (/^(?:前|止|起|之前|以前|截止)/.exec(after)?.[0].length ?? 0),
    };
    if (/^(?:前|止|之前|以前|截止)/.test(after))
      return [{ what: { kind: "window", opens: null, closes: figure.day }, spans: [span] }];
    return /^起/.test(after) ? [{ what: { kind: "window", opens: figure.day, closes: null }, spans: [span] }] : [];
  });
}

function terms(plain: string, figures: readonly Figure[]): FoundTerm[] {
  return figures.flatMap((figure, at): FoundTerm[] => {
    if (figure.kind !== "date" && figure.kind !== "year") return [];
    const previous = figures[at - 1];
    const after = plain.slice(figure.end, figure.end + 4);
    if (previous?.joins === "range" && previous.kind === figure.kind)
      return [
        {
          what: { kind: "term", from: edgeOf(previous, "first"), to: edgeOf(figure, "last") },
          spans: [{ start: previous.start, end: figure.end }],
        },
      ];
    if (figure.joins === "range") return [];
    const until = /^(?:止|底(?:前)?|前|末)/.exec(after)?.[0];
    if (until)
      return [
        {
          what: { kind: "term", from: null, to: edgeOf(figure, "last") },
          spans: [{ start: figure.start, end: figure.end + until.length }],
        },
      ];
    return /^起/.test(after)
      ? [
          {
            what: { kind: "term", from: edgeOf(figure, "first"), to: null },
            spans: [{ start: figure.start, end: figure.end + 1 }],
          },
        ]
      : [];
  });
}

function materials(plain: string): FoundTerm[] {
  return [
    ...plain.matchAll(
      /(?:提供|提交|附|报送|凭)(以下)?(?:材料)?[:：]?([^，。；;\n]{2,40}?(?:证明|证书|报告|合同|发票|凭证|申请表|承诺书|复印件|批复|执照|协议)(?:、[^，。；;\n、]{2,20})*)/g,
    ),
  ].map((match) => ({
    what: {
      kind: "materials",
      materials: (match[2] ?? "")
        .split(/[、和及]/)
        .map((each) => each.trim())
        .filter((each) => each.length > 1),
    },
    spans: [spanOf(match)],
  }));
}

function offices(plain: string, departments: readonly Pick<Department, "names">[]): FoundTerm[] {
  const names = departments.flatMap((each) => each.names).filter((name) => name.length >= 3 && plain.includes(name));
  const [longest] = names.sort((left, right) => right.length - left.length);
  if (!longest) return [];
  const start = plain.indexOf(longest);
  return [{ what: { kind: "department", name: longest }, spans: [{ start, end: start + longest.length }] }];
}

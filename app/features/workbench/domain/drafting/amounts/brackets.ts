import { rankFacts } from "../find-fact";
import { figuresIn, spanOf, type Masked } from "../mask";
import { aroundOf, capOf, isMoney, nameOf, othersOf, pieceStart, placesOf, type Place, type Shaped } from "./shape";

const first = /¥(?:\(含\))?(?:及)?(?:以内|以下|部分)[^¥％。；]{0,16}％/;
const next = /(?:超过|超出|高于)?[^¥％。；，]{0,6}(?:(¥)[^％。；]{0,20}|部分[^¥％。；]{0,12})％/g;

/** 500万元以内的部分按10%，超过的部分按5% */
export function brackets(masked: Masked, place: Place): Shaped | null {
  const match = first.exec(masked.text);
  if (!match) return null;
  const [bound, rate] = figuresIn(masked, match.index, match.index + match[0].length).filter(
    ({ kind }) => kind !== "count",
  );
  const start = match.index + match[0].length;
  const rest = [...masked.text.slice(start).matchAll(next)].filter(([words]) => /超|以上|高于/.test(words));
  if (!bound || !rate || rate.kind !== "percent" || rest.length === 0) return null;
  const rows = rest.map((each, at) => {
    const from = start + each.index;
    const figures = figuresIn(masked, from, from + each[0].length);
    const own = figures.find(({ kind }) => kind === "yuan");
    return { from: own?.value ?? (at === 0 ? bound.value : 0), percent: figures.at(-1)?.value ?? 0 };
  });
  const end = start + (rest.at(-1)?.index ?? 0) + (rest.at(-1)?.[0].length ?? 0);
  const ranked = rankFacts(place, aroundOf(masked, place, pieceStart(masked.text, match.index), end), isMoney);
  const { cap, spans } = capOf(masked, end);
  return {
    amount: {
      kind: "bracketPercent",
      base: nameOf(ranked),
      brackets: [{ from: 0, percent: rate.value }, ...rows],
      capYuan: cap,
    },
    spans: [spanOf(masked, match.index, end), ...spans, ...placesOf(ranked)],
    others: othersOf(ranked),
  };
}

import type { Figure } from "../figures";
import { figuresIn, spanOf, type Masked } from "../mask";
import type { Span } from "../span";
import {
  aroundOf,
  capOf,
  factsFor,
  gives,
  nameOf,
  othersOf,
  pieceStart,
  placesOf,
  type Place,
  type Shaped,
} from "./shape";

const step = new RegExp(
  `每(?:再|新|净)*(?:增加|增长|增|超过|超出|超|完成|达到|达|满)?[^¥％＃，。；]{0,8}[¥＃％][^¥％＃。；]{0,22}?${gives}[^¥％＃，。；]{0,6}¥`,
);
const base = new RegExp(`[¥＃][^¥％＃，。；]{0,16}?${gives}[^¥％＃，。；]{0,6}¥|基础[^¥，。；]{0,6}¥`);
const beyond = /超(?:过|出)?[¥＃][^，。；]{0,6}$/;
const growth = /^每(?:再|新|净)*(?:增加|增长|增)/;

/** 每增5000平方米奖20万元; 达1万平方米补100万元，每增1000平方米加10万元 */
export function steps(masked: Masked, place: Place): Shaped | null {
  const match = step.exec(masked.text);
  if (!match) return null;
  const end = match.index + match[0].length;
  const [size, pay] = figuresIn(masked, match.index, end);
  if (!size || !pay || (size.kind === "count" && size.value <= 1)) return null;
  const before = firstPay(masked, match.index);
  const start = pieceStart(masked.text, before.at ?? match.index);
  const ranked = factsFor(size, aroundOf(masked, place, start, match.index + match[0].search(/[¥＃％]/) + 1), place);
  const { cap, spans } = capOf(masked, end);
  return {
    amount: {
      kind: "perStep",
      on: nameOf(ranked),
      previous: null,
      over: growth.test(match[0]) && before.at === null ? 0 : before.over,
      step: size.value,
      yuanPerStep: pay.value,
      baseYuan: before.yuan,
      capYuan: cap,
    },
    spans: [spanOf(masked, match.index, end), ...before.spans, ...spans, ...placesOf(ranked)],
    others: othersOf(ranked),
  };
}

type FirstPay = { at: number | null; yuan: number; over: number; spans: Span[] };

/** What is paid before the steps begin, and above what they begin. */
function firstPay(masked: Masked, until: number): FirstPay {
  const head = masked.text.slice(0, until);
  const match = base.exec(head);
  const figures: readonly Figure[] = match ? figuresIn(masked, match.index, match.index + match[0].length) : [];
  const above = beyond.exec(head);
  const over = above ? figuresIn(masked, above.index, until)[0] : figures.length > 1 ? figures[0] : undefined;
  return {
    at: match?.index ?? null,
    yuan: figures.at(-1)?.value ?? 0,
    over: over?.value ?? 0,
    spans: match ? [spanOf(masked, match.index, match.index + match[0].length)] : [],
  };
}

/** One thing to be corrected: what it concerns (a figure, a material, the account; empty for anything else), and what is wanted. */
export type CorrectionPoint = { about: string; text: string };

/** A notice as it is stored, told apart by whether the firm answered it. */
type StoredNotice = { points: unknown; answers: unknown; answer: string | null; answeredAt: Date | null };

export function isAnswered(notice: Pick<StoredNotice, "answeredAt">): boolean {
  return notice.answeredAt !== null;
}

/** What was asked, and what the firm answered to each point and to all. */
export function correctionOf({ points, answers, answer }: StoredNotice) {
  return { points: points as CorrectionPoint[], answers: answers as string[], answer };
}

/** The longest answer to a point, and the longest to all of them. */
const answerLengths = { point: 500, all: 2000 } as const;

/**
 * What is wrong with the answers of a firm, by the field of the form: every point has one of its own. `answers` stand in the
 * order of the points.
 */
export function answerProblems(
  points: readonly CorrectionPoint[],
  answers: readonly string[],
  answer: string,
): Record<string, "problem.required" | "problem.tooLong"> {
  const own = points.flatMap((_, place) => {
    const { length } = answers[place]?.trim() ?? "";
    if (length > 0 && length <= answerLengths.point) return [];
    return [[`answer-${place}`, length === 0 ? "problem.required" : "problem.tooLong"] as const];
  });
  return Object.fromEntries([
    ...own,
    ...(answer.length > answerLengths.all ? [["answer", "problem.tooLong"] as const] : []),
  ]);
}

const field = /^text-(\d+)$/;
const most = 50;

/** Rows of the list that something was typed into, by number. */
export function correctionRows(values: Readonly<Record<string, string>>): number[] {
  const numbers = Object.keys(values).flatMap((name) => field.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}

/** The points of a sent list, in its order; rows without a word or a subject are left out. */
export function correctionPoints(values: Readonly<Record<string, string>>): CorrectionPoint[] {
  const points = correctionRows(values).map((row) => ({
    about: (values[`about-${row}`] ?? "").trim(),
    text: (values[`text-${row}`] ?? "").trim(),
  }));
  return points.filter(({ about, text }) => about !== "" || text !== "");
}

/** What keeps a list from being sent, with the number of the point it concerns from 1: at most 50 points of 500 characters. */
export function pointsProblem(
  points: readonly CorrectionPoint[],
): { code: "points-missing" | "points-many" } | { code: "point-wordless" | "point-long"; number: number } | null {
  if (points.length === 0) return { code: "points-missing" };
  if (points.length > most) return { code: "points-many" };
  const wordless = points.findIndex(({ text }) => text === "");
  if (wordless >= 0) return { code: "point-wordless", number: wordless + 1 };
  const long = points.findIndex(({ about, text }) => text.length > 500 || about.length > 200);
  return long >= 0 ? { code: "point-long", number: long + 1 } : null;
}

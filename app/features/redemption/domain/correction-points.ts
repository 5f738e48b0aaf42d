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

const field = /^text-(\d+)$/;
const most = 50;

/** Rows of the list that something was typed into, by number. */
export function correctionRows(values: Readonly<Record<string, string>>): number[] {
  const numbers = Object.keys(values).flatMap((name) => field.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}

/** The points of a sent list, in its order; rows without words are left out. At most 50 points of 500 characters. */
export function correctionPoints(values: Readonly<Record<string, string>>): CorrectionPoint[] {
  const points = correctionRows(values).map((row) => ({
    about: (values[`about-${row}`] ?? "").trim().slice(0, 100),
    text: (values[`text-${row}`] ?? "").trim().slice(0, 500),
  }));
  return points.filter(({ text }) => text !== "").slice(0, most);
}

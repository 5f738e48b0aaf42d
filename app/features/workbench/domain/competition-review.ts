import { z } from "zod";
import { typedDay } from "~/kernel/reading/typed-day";

/**
 * The questions of the Regulations on Fair Competition Review (国务院令第783号, in force since 2024-08-01): articles 8 to 11
 * name what a measure may not contain; article 12 lets it stand for four kinds of public interest, with a term.
 */
export const reviewQuestions = ["marketEntry", "freeFlow", "operatingCost", "operatingConduct"] as const;
export const exceptionGrounds = ["security", "innovation", "publicInterest", "law"] as const;

const answer = z.enum(["no", "yes"], { error: "problem.yesNo" });
const text = z.string().trim().max(1000, { error: "problem.tooLong" });

export const competitionReviewSchema = z
  .object({
    office: text.min(2, { error: "problem.required" }),
    reviewedOn: typedDay,
    /** Whom was heard, as article 16 asks: operators, associations, the public. */
    heard: text.min(4, { error: "problem.required" }),
    marketEntry: answer,
    freeFlow: answer,
    operatingCost: answer,
    operatingConduct: answer,
    ground: z.enum(["", ...exceptionGrounds]).default(""),
    /** Why nothing that hurts competition less would do, and until when it applies. */
    groundReason: text.default(""),
    opinion: text.min(4, { error: "problem.required" }),
  })
  .superRefine((review, context) => {
    if (!reviewQuestions.some((question) => review[question] === "yes")) return;
    if (review.ground === "") context.addIssue({ code: "custom", path: ["ground"], message: "problem.choose" });
    if (review.groundReason.length < 10)
      context.addIssue({ code: "custom", path: ["groundReason"], message: "problem.reason" });
  });
export type CompetitionReview = z.infer<typeof competitionReviewSchema>;
/** A review as kept: of which content, by whom, when. */
export type KeptReview = CompetitionReview & { contentHash: string; byId: string; at: string };

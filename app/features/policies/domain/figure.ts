import { z } from "zod";

export const factName = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

/**
 * A figure that a sum is worked out from: a fact by its name, a number of the text, or one made of two others. `minus`: the
 * first less the second, never below 0; `times`: their product; `lesser`: the smaller one.
 */
export type Figure = string | number | Operation;
export type Operation = { minus: Pair } | { times: Pair } | { lesser: Pair };
type Pair = [Figure, Figure];
/** What stands where a sum needs one: a number alone is no figure of a firm. */
export type BaseFigure = string | Operation;

const operand: z.ZodType<Figure> = z.lazy(() => z.union([factName, z.number().min(0), operation]));
const pair = z.tuple([operand, operand]);
const operation: z.ZodType<Operation> = z.union([
  z.strictObject({ minus: pair }),
  z.strictObject({ times: pair }),
  z.strictObject({ lesser: pair }),
]);
export const figureSchema: z.ZodType<BaseFigure> = z.union([factName, operation]);

export const operators = ["minus", "times", "lesser"] as const;
export type FigureOperator = (typeof operators)[number];

/** An operation taken apart. */
export function partsOfOperation(operation: Operation): { operator: FigureOperator; pair: Pair } {
  if ("minus" in operation) return { operator: "minus", pair: operation.minus };
  if ("times" in operation) return { operator: "times", pair: operation.times };
  return { operator: "lesser", pair: operation.lesser };
}

/** An operation put together. */
export function operationOf(operator: FigureOperator, pair: Pair): Operation {
  if (operator === "minus") return { minus: pair };
  return operator === "times" ? { times: pair } : { lesser: pair };
}

/** Names of the facts a figure is made of, as they stand. */
export function factsOfFigure(figure: Figure): readonly string[] {
  if (typeof figure === "string") return [figure];
  if (typeof figure === "number") return [];
  return partsOfOperation(figure).pair.flatMap(factsOfFigure);
}

/** Whether a figure is a sum in yuan; `isYuan` says it of a fact. */
export function isYuanFigure(figure: Figure, isYuan: (fact: string) => boolean): boolean {
  if (typeof figure === "string") return isYuan(figure);
  if (typeof figure === "number") return false;
  const { operator, pair } = partsOfOperation(figure);
  return operator === "times" ? pair.some((each) => isYuanFigure(each, isYuan)) : isYuanFigure(pair[0], isYuan);
}

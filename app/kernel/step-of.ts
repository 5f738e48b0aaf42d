import { Refusal } from "./refusal";

/**
 * The step that a form's `intent` names; what every object inherits (`constructor`) is none.
 * @throws Refusal `request.failed` (400) for any other name: nothing is done that nobody asked for
 */
export function stepOf<S extends object>(steps: S, intent: string | undefined): S[keyof S] {
  const isStep = (name: PropertyKey): name is keyof S => Object.hasOwn(steps, name);
  const name = intent ?? "";
  if (!isStep(name)) throw new Refusal("request.failed", 400);
  return steps[name];
}

/** The one of several decisions that a form's `intent` names. @throws Refusal `request.failed` (400) for any other name */
export function choiceOf<T extends string>(choices: readonly T[], intent: string | undefined): T {
  const choice = choices.find((each) => each === intent);
  if (choice === undefined) throw new Refusal("request.failed", 400);
  return choice;
}

import { places } from "~/features/policies/domain/places";
import { questionOf } from "~/features/policies/domain/question";
import { quickFacts } from "~/features/policies/domain/quick-facts";
import type { AppContext } from "~/platform/context.server";

/** What the quick check asks. */
export function quickQuestions({ catalogue, env }: Pick<AppContext, "catalogue" | "env">) {
  const { registry } = catalogue;
  const facts = quickFacts.flatMap((name) => {
    const definition = registry.facts.get(name);
    return definition ? [questionOf(definition)] : [];
  });
  return {
    places: places(registry),
    zones: registry.zones.map(({ park, zh, en }) => ({ park, zh, en })),
    facts,
    demo: env.DEMO,
  };
}

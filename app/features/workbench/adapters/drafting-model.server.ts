import type { Env } from "~/platform/env.server";
import type { FactIndex } from "../domain/drafting/fact-index";
import { readModelAnswer, type ModelAnswer } from "../domain/drafting/model-proposals";
import { indexPairs, shareIn } from "../domain/drafting/word-pairs";

/** How a model of the OpenAI kind is asked. `fetch` is given, so that a test can answer in its place. */
export type ModelAsking = {
  url: string;
  name: string;
  key: string | undefined;
  timeoutMs: number;
  fetch: typeof fetch;
};

export type ModelEnv = Pick<
  Env,
  "DRAFTING_MODEL_URL" | "DRAFTING_MODEL_NAME" | "DRAFTING_MODEL_KEY" | "DRAFTING_MODEL_TIMEOUT_MS"
>;

/** The model that the environment names; null where it names none, which is the default. */
export function modelAsking(env: ModelEnv, fetching: typeof fetch = fetch): ModelAsking | null {
  if (!env.DRAFTING_MODEL_URL || !env.DRAFTING_MODEL_NAME) return null;
  return {
    url: env.DRAFTING_MODEL_URL,
    name: env.DRAFTING_MODEL_NAME,
    key: env.DRAFTING_MODEL_KEY,
    timeoutMs: env.DRAFTING_MODEL_TIMEOUT_MS,
    fetch: fetching,
  };
}

export type Asked = { answer: ModelAnswer } | { trouble: "away" | "unreadable" };

/** Asks the model what rule a text makes. Never throws: without an answer in time, or in shape, it says so. */
export async function askModel(asking: ModelAsking, text: string, index: FactIndex): Promise<Asked> {
  const reply = await send(asking, text, index);
  if (reply === null) return { trouble: "away" };
  const answer = readModelAnswer(contentOf(reply));
  return answer ? { answer } : { trouble: "unreadable" };
}

async function send(asking: ModelAsking, text: string, index: FactIndex): Promise<string | null> {
  try {
    const response = await asking.fetch(`${asking.url.replace(/\/$/, "")}/chat/completions`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(asking.key ? { authorization: `Bearer ${asking.key}` } : {}),
      },
      body: JSON.stringify({
        model: asking.name,
        temperature: 0,
        response_format: { type: "json_object" },
        messages: [
          { role: "system", content: instruction },
          { role: "user", content: JSON.stringify({ text, facts: factsNear(text, index) }) },
        ],
      }),
      signal: AbortSignal.timeout(asking.timeoutMs),
    });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

const instruction = [
  "You read a clause of a Chinese subsidy policy and propose the rule it makes, as JSON:",
  '{"proposals":[{"kind":"condition","condition":{"fact":…,"operator":…,"value":…},"words":[…]},{"kind":"amount","amount":{…},"words":[…]}]}.',
  "Use only facts of the list given. words are verbatim pieces of the text that say it. Propose no figure, title or date that is not in the text.",
].join("\n");

/** Facts of which a word stands in the text, the likeliest first: all that a model may name. */
function factsNear(text: string, { facts, weight }: FactIndex) {
  const pairs = indexPairs(text);
  const whole = { start: 0, end: text.length };
  return facts
    .map(({ fact, names }) => ({
      fact,
      share: Math.max(...names.map((name) => shareIn(name.pairs, pairs, whole, weight).share)),
    }))
    .filter(({ share }) => share > 0.3)
    .sort((left, right) => right.share - left.share)
    .slice(0, 80)
    .map(({ fact: { name, zh, type, unit, values } }) => ({
      name,
      zh,
      type,
      unit,
      values: values?.map(({ value, zh: word }) => [value, word]),
    }));
}

function contentOf(reply: string): unknown {
  try {
    const { choices } = JSON.parse(reply) as { choices?: { message?: { content?: unknown } }[] };
    const content = choices?.[0]?.message?.content;
    return typeof content === "string" ? JSON.parse(content) : null;
  } catch {
    return null;
  }
}

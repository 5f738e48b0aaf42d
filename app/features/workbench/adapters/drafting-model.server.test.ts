import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogueFiles } from "~/features/policies/adapters/catalogue-files.server";
import { indexFacts, type FactIndex } from "../domain/drafting/fact-index";
import { checkedProposals } from "../domain/drafting/model-proposals";
import { askModel, type ModelAsking } from "./drafting-model.server";

const text = "总投资不低于5000万元的项目，按固定资产投资的8%补助，最高600万元。";
let index: FactIndex;
let server: Server;
let asking: ModelAsking;
let answer: { status: number; body: string; afterMs: number };
let heard: { url: string; authorization: string | undefined; body: string }[] = [];

beforeAll(async () => {
  const { facts, synonyms } = loadCatalogueFiles("rules");
  index = indexFacts([...facts.values()], synonyms);
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      heard.push({ url: request.url ?? "", authorization: request.headers.authorization, body });
      setTimeout(() => response.writeHead(answer.status).end(answer.body), answer.afterMs);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  asking = { url: `http://127.0.0.1:${port}/v1/`, name: "some-model", key: "secret", timeoutMs: 1500, fetch };
});
afterAll(() => server.close());
beforeEach(() => {
  heard = [];
  answer = { status: 200, body: "", afterMs: 0 };
});

const says = (content: unknown) => {
  answer.body = JSON.stringify({
    choices: [{ message: { content: typeof content === "string" ? content : JSON.stringify(content) } }],
  });
};
const condition = (value: number, words: string[], fact = "projectTotalInvestment") => ({
  kind: "condition",
  condition: { fact, operator: "greaterThanInclusive", value },
  words,
});

describe("a model that proposes too", () => {
  it("is asked at its address with its key, the text and facts that may be meant", async () => {
    says({ proposals: [] });
    expect(await askModel(asking, text, index)).toEqual({ answer: { proposals: [] } });
    expect(heard[0]).toMatchObject({ url: "/v1/chat/completions", authorization: "Bearer secret" });
    expect(heard[0]?.body).toContain("projectTotalInvestment");
  });

  it("is away when it is late, broken or not there", async () => {
    answer.afterMs = 2500;
    expect(await askModel(asking, text, index)).toEqual({ trouble: "away" });
    answer = { status: 500, body: "no", afterMs: 0 };
    expect(await askModel(asking, text, index)).toEqual({ trouble: "away" });
    expect(await askModel({ ...asking, url: "http://127.0.0.1:1/v1" }, text, index)).toEqual({ trouble: "away" });
  });

  it("is not believed when its answer is out of shape", async () => {
    for (const content of [
      "no json",
      "{}",
      { proposals: [{ kind: "condition", condition: { fact: 1 }, words: [] }] },
    ]) {
      says(content);
      expect(await askModel(asking, text, index)).toEqual({ trouble: "unreadable" });
    }
    answer.body = "<html>";
    expect(await askModel(asking, text, index)).toEqual({ trouble: "unreadable" });
  });
});

describe("what a model proposes", () => {
  const checked = (proposals: unknown[]) => checkedProposals({ proposals } as never, text, index);

  it("is kept with the places of its words", () => {
    const [kept] = checked([condition(50_000_000, ["总投资不低于5000万元"])]);
    expect(kept).toMatchObject({ by: "model", spans: [{ start: 0, end: 12 }] });
  });

  it("is thrown away where a figure, a title, a fact, a date or its words stand nowhere in the text", () => {
    expect(
      checked([
        condition(80_000_000, ["总投资不低于5000万元"]),
        condition(50_000_000, ["总投资不低于八千万元"]),
        condition(50_000_000, ["总投资"], "noSuchFact"),
        {
          kind: "condition",
          condition: { fact: "greenFactoryLevel", operator: "equal", value: "national" },
          words: ["项目"],
        },
        {
          kind: "condition",
          condition: { fact: "registeredOn", operator: "greaterThanInclusive", value: "2024-01-01" },
          words: ["项目"],
        },
      ]),
    ).toEqual([]);
  });
});

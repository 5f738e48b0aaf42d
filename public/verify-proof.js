/*
 * Checks the proof of a case. It needs nothing but the proof itself: no server, no package, no network. The page
 * verify-proof.html uses it, and so does `npm run audit:verify -- PROOF.json`.
 */
(() => {
  const format = "huiqitong-audit-proof/1";

  /** sha256 of UTF-8 text, as lower-case hex. */
  async function sha256(text) {
    const digest = await globalThis.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  const numeral = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

  /** The one way a number is written: plain decimal digits, no exponent, no sign before 0, no zero that says nothing. */
  function canonicalNumeral(text) {
    const [, sign = "", whole = "", fraction = "", exponent = "0"] = numeral.exec(text) ?? [];
    if (whole === "" || Math.abs(Number(exponent)) > 150_000) return text;
    const plain = plainDecimal(whole + fraction, whole.length + Number(exponent));
    return plain === "0" ? plain : sign + plain;
  }

  /** Digits with the point after so many of them. */
  function plainDecimal(digits, point) {
    const before = (point > 0 ? digits.slice(0, point).padEnd(point, "0") : "").replace(/^0+/, "") || "0";
    const after = (point > 0 ? digits.slice(point) : "0".repeat(-point) + digits).replace(/0+$/, "");
    return after === "" ? before : `${before}.${after}`;
  }

  const codes = (text) => Array.from(text, (letter) => letter.codePointAt(0));
  /** By code point, as UTF-8 bytes go. */
  function byCodePoint(a, b) {
    const [left, right] = [codes(a), codes(b)];
    const at = left.findIndex((code, index) => code !== right[index]);
    return at < 0 ? left.length - right.length : left[at] - (right[at] ?? -1);
  }

  /** JSON with keys by code point, plain decimals and no spaces, so that equal values have equal text. */
  function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (typeof value === "number") return canonicalNumeral(String(value));
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const keys = Object.keys(value).sort(byCodePoint);
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }

  const good = (zh, en) => ({ ok: true, zh, en });
  const wrong = (zh, en) => ({ ok: false, zh, en });

  /** The first event that is not what the firm was given, and why; null when all of them hold together. */
  async function brokenEvent(proof) {
    let before = "";
    for (const [index, { hash, ...body }] of proof.events.entries()) {
      const place = index + 1;
      if ((await sha256(canonical(body))) !== hash) return wrong(`第 ${place} 条记录的内容被改动`, `event ${place} was changed`);
      if (body.stream !== proof.stream) return wrong(`第 ${place} 条记录属于另一个办件`, `event ${place} is of another case`);
      if (body.seq !== place || body.prev !== before) return wrong(`第 ${place} 条记录之前有记录缺失或换了位置`, `events before event ${place} are missing or stand elsewhere`);
      before = hash;
    }
    return null;
  }

  /** What the proof says of the case stands in its events. */
  function checkCase({ case: told, stream, events }) {
    const state = events.findLast(({ to }) => to !== null)?.to;
    const ok = stream === `case:${told.id}` && state === told.state;
    return ok ? good("办件与状态见于记录", "case and state are those of the events") : wrong("所称的办件或状态与记录不符", "case or state are not those of the events");
  }

  async function rootOf(leaf, path) {
    let hash = await sha256(`leaf\n${leaf.stream}\n${leaf.seq}\n${leaf.hash}`);
    for (const step of path) hash = await sha256(step.side === "left" ? `node\n${step.hash}\n${hash}` : `node\n${hash}\n${step.hash}`);
    return hash;
  }

  async function checkSeal({ seal, leaf, path, events, stream }) {
    const { hash, ...facts } = seal;
    const sealed = events[leaf.seq - 1];
    const results = [
      leaf.stream === stream && sealed?.hash === leaf.hash ? good(`第 ${leaf.seq} 条记录是封存时的链尾`, `event ${leaf.seq} is the end of the chain that was sealed`) : wrong("封存时的链尾不在记录中，有记录缺失或被替换", "the end of the chain that was sealed is not among the events: some are missing or replaced"),
      (await rootOf(leaf, path)) === seal.root ? good("链尾可由路径推到根", "the path leads from the end of the chain to the root") : wrong("链尾推不到这个根，根或路径被更换", "the path does not lead to this root: root or path were exchanged"),
      (await sha256(canonical(facts))) === hash ? good(`第 ${seal.number} 号封存未被改动`, `seal ${seal.number} is as it was made`) : wrong(`第 ${seal.number} 号封存被改动`, `seal ${seal.number} was changed`),
    ];
    const later = events.length - leaf.seq;
    return later > 0 ? [...results, good(`其后 ${later} 条记录待下次封存`, `${later} later events wait for the next seal`)] : results;
  }

  function comparePublished(seal, text) {
    const published = objectOf(text);
    if (typeof published?.root !== "string") return wrong("所选的根文件不是公布的审计根", "the chosen root file is not a published root");
    if (published.number !== seal.number) return wrong(`所选的是第 ${published.number} 号根，这份证明要与第 ${seal.number} 号根比对`, `the chosen root is No. ${published.number}; this proof is to be compared with No. ${seal.number}`);
    const ok = published.root === seal.root && published.hash === seal.hash;
    return ok ? good("与公布的根一致", "equals the published root") : wrong("与公布的根不一致", "does not equal the published root");
  }

  /** The object that a JSON text holds; null for any other text. */
  function objectOf(text) {
    try {
      return Object(JSON.parse(text));
    } catch {
      return null;
    }
  }

  /** Why a file is not even a proof; null when it is one. */
  function unreadable(proof) {
    if (!proof) return wrong("这个文件不是 JSON 文件，不是办件证明", "this file is not JSON, so it is not the proof of a case");
    if (proof.format !== format) return wrong("这个文件不是办件证明：没有办件证明的格式标记", "this file is not the proof of a case: it does not carry the mark of one");
    const objects = (list) => Array.isArray(list) && list.every((each) => each === Object(each));
    const hasLeaf = !proof.seal || (proof.leaf && objects(proof.path));
    const whole = objects(proof.events) && proof.events.length > 0 && proof.case && hasLeaf;
    return whole ? null : wrong("证明文件不完整，请重新下载", "the proof is not whole: download it again");
  }

  async function checksOf(text, published) {
    const proof = objectOf(text);
    const unread = unreadable(proof);
    if (unread) return { checks: [unread], seal: null };
    const chain = (await brokenEvent(proof)) ?? good(`${proof.events.length} 条记录逐条相连`, `${proof.events.length} events hold together`);
    const own = [chain, checkCase(proof)];
    if (!proof.seal) return { checks: [...own, wrong("尚未封存，请在次日重新下载", "not sealed yet: download it again tomorrow")], seal: null };
    const compared = published === null ? [] : [comparePublished(proof.seal, published)];
    return { checks: [...own, ...(await checkSeal(proof)), ...compared], seal: proof.seal };
  }

  function verdictOf(valid, compared) {
    if (!valid) return { zh: "证明无效", en: "The proof does not hold" };
    return compared ? { zh: "证明有效，与公布的根一致", en: "The proof holds and equals the published root" } : { zh: "证明有效，请再比对公布的根", en: "The proof holds; now compare its root with the published one" };
  }

  /**
   * Whether a proof holds. `published` is the text of a published root file, where there is one to compare with: who could
   * write every event anew could write a root for them too, but not the one that others have kept.
   * @returns {Promise<{ valid: boolean, verdict: { zh: string, en: string },
   *   checks: { ok: boolean, zh: string, en: string }[], lines: string[], root: string | null, day: string | null,
   *   number: number | null }>}
   */
  async function verifyProof(text, published = null) {
    const { checks, seal } = await checksOf(text, published);
    const valid = checks.every(({ ok }) => ok);
    const verdict = verdictOf(valid, published !== null);
    const lines = [
      ...checks.map(({ ok, zh, en }) => `${ok ? "ok     " : "WRONG  "}${zh} / ${en}`),
      ...(seal ? [`根 / root  ${seal.root}  ${seal.day}  No. ${seal.number}`] : []),
      `${verdict.zh} / ${verdict.en}`,
    ];
    const sealed = { root: seal?.root ?? null, day: seal?.day ?? null, number: seal?.number ?? null };
    return { valid, verdict, checks, lines, ...sealed };
  }

  globalThis.huiqitong = { verifyProof, canonical, canonicalNumeral };
  if (typeof document === "undefined") return;

  const element = (id) => document.getElementById(id);
  const read = (id) => element(id).files[0]?.text();

  /** Chinese first, then English as English. */
  function say(node, { zh, en }, mark = "") {
    const english = Object.assign(document.createElement("span"), { lang: "en", textContent: en });
    node.replaceChildren(`${mark}${zh} / `, english);
    return node;
  }

  async function show() {
    const proof = await read("proof");
    if (proof === undefined) return;
    const report = await verifyProof(proof, (await read("root")) ?? null);
    const checks = report.checks.map((check) => say(Object.assign(document.createElement("li"), { className: check.ok ? "good" : "bad" }), check, check.ok ? "✓ " : "✗ "));
    element("checks").replaceChildren(...checks);
    element("verdict").className = report.valid ? "good" : "bad";
    say(element("verdict"), report.verdict, report.valid ? "✓ " : "✗ ");
    element("sealed").textContent = report.root ? `${report.day}  No. ${report.number}  ${report.root}` : "";
    element("root-line").hidden = report.root === null;
  }
  for (const id of ["proof", "root"]) element(id).addEventListener("change", show);
})();

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

  /** JSON with keys by code unit and no spaces, so that equal values have equal text. */
  function canonical(value) {
    if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
    if (value === null || typeof value !== "object") return JSON.stringify(value);
    const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }

  async function brokenEvent(proof) {
    let before = "";
    for (const [index, { hash, ...body }] of proof.events.entries()) {
      const fits = body.stream === proof.stream && body.seq === index + 1 && body.prev === before && (await sha256(canonical(body))) === hash;
      if (!fits) return index + 1;
      before = hash;
    }
    return 0;
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
      { ok: leaf.stream === stream && sealed?.hash === leaf.hash, zh: `第 ${leaf.seq} 条记录与封存的链尾一致`, en: `event ${leaf.seq} is the end of the chain that was sealed` },
      { ok: (await rootOf(leaf, path)) === seal.root, zh: "链尾可由路径推到根", en: "the path leads from the end of the chain to the root" },
      { ok: (await sha256(canonical(facts))) === hash, zh: `第 ${seal.number} 号封存未被改动`, en: `seal ${seal.number} is as it was made` },
    ];
    const later = events.length - leaf.seq;
    return later > 0 ? [...results, { ok: true, zh: `其后 ${later} 条记录待下次封存`, en: `${later} later events wait for the next seal` }] : results;
  }

  function comparePublished(seal, text) {
    const published = JSON.parse(text);
    const ok = published.number === seal.number && published.root === seal.root && published.hash === seal.hash;
    return { ok, zh: ok ? "与公布的根一致" : "与公布的根不一致", en: ok ? "equals the published root" : "does not equal the published root" };
  }

  /**
   * Whether a proof holds. `published` is the text of a published root file, where there is one to compare with.
   * @returns {Promise<{ valid: boolean, checks: { ok: boolean, zh: string, en: string }[], lines: string[], root: string | null, day: string | null }>}
   */
  async function verifyProof(text, published = null) {
    const { checks, seal } = await checksOf(text, published).catch((error) => ({ checks: [{ ok: false, zh: "不是完整的证明文件", en: `this is not a whole proof (${error.message})` }], seal: null }));
    const valid = checks.every(({ ok }) => ok);
    const lines = [
      ...checks.map(({ ok, zh, en }) => `${ok ? "ok     " : "WRONG  "}${zh} / ${en}`),
      ...(seal ? [`根 / root  ${seal.root}  ${seal.day}  No. ${seal.number}`] : []),
      valid ? "证明有效 / the proof holds" : "证明无效 / the proof does not hold",
    ];
    return { valid, checks, lines, root: seal?.root ?? null, day: seal?.day ?? null };
  }

  async function checksOf(text, published) {
    const proof = JSON.parse(text);
    if (proof.format !== format) throw new Error("another format");
    const broken = await brokenEvent(proof);
    const chain = broken
      ? { ok: false, zh: `第 ${broken} 条记录被改动、缺失或换了位置`, en: `event ${broken} was changed, is missing or stands elsewhere` }
      : { ok: proof.events.length > 0, zh: `${proof.events.length} 条记录逐条相连`, en: `${proof.events.length} events hold together` };
    if (!proof.seal) return { checks: [chain, { ok: false, zh: "尚未封存，请在次日重新下载", en: "not sealed yet: download it again tomorrow" }], seal: null };
    const compared = published ? [comparePublished(proof.seal, published)] : [];
    return { checks: [chain, ...(await checkSeal(proof)), ...compared], seal: proof.seal };
  }

  globalThis.huiqitong = { verifyProof };
  if (typeof document === "undefined") return;

  const read = (id) => document.getElementById(id).files[0]?.text();
  async function show() {
    const proof = await read("proof");
    if (!proof) return;
    const report = await verifyProof(proof, (await read("root")) ?? null);
    const list = document.getElementById("checks");
    list.replaceChildren(...report.checks.map(({ ok, zh, en }) => Object.assign(document.createElement("li"), { className: ok ? "good" : "bad", textContent: `${ok ? "✓" : "✗"} ${zh} / ${en}` })));
    const verdict = document.getElementById("verdict");
    verdict.className = report.valid ? "good" : "bad";
    verdict.textContent = report.valid ? "证明有效 / The proof holds" : "证明无效 / The proof does not hold";
    document.getElementById("sealed").textContent = report.root ? `${report.day}  ${report.root}` : "";
  }
  for (const id of ["proof", "root"]) document.getElementById(id).addEventListener("change", show);
})();

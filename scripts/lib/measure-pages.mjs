const concurrency = 4;

/** Signs a person of the demo in; gives the cookie. */
export async function signIn(address, loginName) {
  const response = await fetch(`${address}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: address },
    body: new URLSearchParams({ loginName, password: "Huiqitong-2026" }),
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (!cookie) throw new Error(`${loginName} could not sign in (${response.status})`);
  return cookie;
}

/** p95 of a page against p95 of a page without queries of its own, turn by turn under the same load. */
export async function pageRatio(address, { name, place, cookie, requests }) {
  await measure(address, place, cookie, 40);
  await measure(address, "/about", cookie, 40);
  const page = [];
  const bare = [];
  for (let round = 0; round < 3; round += 1) {
    bare.push(...(await measure(address, "/about", cookie, requests / 3)));
    page.push(...(await measure(address, place, cookie, requests / 3)));
  }
  const result = p95(page) / p95(bare);
  console.log(
    `${name.padEnd(15)} p95 ${p95(page).toFixed(1)} ms, bare ${p95(bare).toFixed(1)} ms, ratio ${result.toFixed(2)}`,
  );
  return Number(result.toFixed(2));
}

async function measure(address, place, cookie, requests) {
  const times = [];
  let left = Math.round(requests);
  const one = async () => {
    while (left > 0) {
      left -= 1;
      const started = performance.now();
      const response = await fetch(address + place, { headers: { Cookie: cookie }, redirect: "manual" });
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${place} answered ${response.status}`);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return times;
}

function p95(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

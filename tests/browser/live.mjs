// Watches a page that changes while its file is written, as somebody who writes would, and tells what was seen.
//
//   echo '{"browser": …, "address": …, "file": …, "steps": [{"do": "write", "text": "…"}]}' | node live.mjs
//
// prints one JSON object: what the browser said and asked for, and for each step what stood there after it.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { chromium } from "playwright-core";

const FLAGS = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PATIENCE = 20_000;

const job = JSON.parse(await text(process.stdin));
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: job.browser, args: [...FLAGS, ...sandbox] });
const heard = { console: [], requests: [], dialogs: [], steps: [] };

/** What somebody sees: the words above, and where in the page they are. */
const LOOK = `(() => {
  const frame = document.querySelector("iframe.now");
  const list = (name) => [...document.querySelectorAll(name)].map((one) => one.textContent);
  const inner = frame?.contentDocument;
  const marked = inner?.getElementById(${JSON.stringify(job.place)});
  return {
    state: document.getElementById("state").textContent, wrong: list("#wrong li"), before: list("#before li"),
    ended: !document.getElementById("ended").hidden, frames: document.querySelectorAll("iframe").length,
    title: inner?.title ?? "", top: marked ? Math.round(marked.getBoundingClientRect().top) : null,
    scrolled: Math.round(frame?.contentWindow.scrollY ?? 0), lived: frame?.contentWindow.marker ?? "",
    open: [...(inner?.querySelectorAll("details") ?? [])].filter((one) => one.open).length,
    wide: document.documentElement.scrollWidth - innerWidth,
  };
})()`;

const DO = {
  write: async (page, { text: content }) => writeFile(job.file, content),
  scroll: async (page) => page.evaluate(`(() => {
    const frame = document.querySelector("iframe.now");
    frame.contentDocument.querySelector("details").open = true;
    frame.contentWindow.marker = "the same";
    const one = frame.contentDocument.getElementById(${JSON.stringify(job.place)});
    frame.contentWindow.scrollBy(0, one.getBoundingClientRect().top + 40);
  })()`),
  end: async () => process.kill(job.watching, "SIGINT"),
  look: async (page, { width }) => width && page.setViewportSize({ width, height: 800 }),
  axe: async (page) => {
    const session = await page.context().newCDPSession(page);
    const run = async (expression) => (await session.send("Runtime.evaluate",
      { expression, awaitPromise: true, returnByValue: true })).result.value;
    await run(AXE);
    const asked = JSON.stringify({ iframes: false, resultTypes: ["violations"] });
    const { violations, passes } = await run(`axe.run(document, ${asked})`);
    return { violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), passes: passes.length };
  },
};

try {
  const context = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block" });
  const page = await context.newPage();
  page.on("console", (message) => heard.console.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.console.push(String(error)));
  page.on("request", (request) => heard.requests.push(request.url()));
  page.on("dialog", (dialog) => { heard.dialogs.push(dialog.message()); return dialog.dismiss(); });
  await page.goto(job.address, { waitUntil: "domcontentloaded" });
  for (const step of job.steps) {
    const more = await DO[step.do](page, step);
    for (let end = Date.now() + PATIENCE; step.until && Date.now() < end && !(await page.evaluate(`!!(${step.until})`));)
      await page.waitForTimeout(50);
    heard.steps.push({ ...(await page.evaluate(LOOK)), ...more });
  }
  if (job.screenshot) await page.screenshot({ path: job.screenshot });
  process.stdout.write(JSON.stringify(heard));
} finally {
  await browser.close();
}

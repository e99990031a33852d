// Opens pages in Chromium as a visitor would, without any network, and tells what it saw.
//
//   echo '{"browser": "/usr/bin/chromium", "pages": [{"file": "/tmp/a.html"}], "widths": [320, 1280]}' | node page.mjs
//
// prints one JSON list: a report for each page at each width (see PageReport in harness.py).
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const HEIGHT = 800;
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND", // should a request slip past the routing below, it finds no host
];
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Everything that a page says or asks for while it is open. */
async function listen(context, page, url) {
  const heard = { console: [], requests: [], dialogs: [] };
  await context.route("**/*", (route) => {
    const request = route.request();
    if (request.url() === url && request.isNavigationRequest()) return route.continue();
    heard.requests.push(request.url().slice(0, 200));
    return route.abort();
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) heard.console.push(message.text());
  });
  page.on("pageerror", (error) => heard.console.push(String(error)));
  page.on("websocket", (socket) => heard.requests.push(socket.url()));
  page.on("dialog", (dialog) => {
    heard.dialogs.push(`${dialog.type()}: ${dialog.message()}`);
    return dialog.dismiss();
  });
  return heard;
}

/** Evaluate by the debugger, which a page's Content-Security-Policy does not bind: the policy stays in force. */
async function evaluate(session, expression) {
  const options = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", options);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** axe's violations, and how many checks passed: no pass at all would mean that it did not run. */
async function accessibility(session) {
  await evaluate(session, AXE);
  const { violations, passes } = await evaluate(
    session,
    `axe.run(document, ${JSON.stringify({ runOnly: AXE_TAGS, resultTypes: ["violations"] })})`,
  );
  const brief = ({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    nodes: nodes.map((node) => ({ target: node.target.join(" "), html: node.html, why: node.failureSummary })),
  });
  return { violations: violations.map(brief), passes: passes.length };
}

/** How much wider the page is than its window, and what sticks out. */
const OVERFLOW = `(() => {
  const root = document.documentElement;
  const wide = [...document.querySelectorAll("body *")].filter(
    (one) => one.getBoundingClientRect().right > innerWidth + 0.5);
  return { pixels: Math.max(0, root.scrollWidth - innerWidth),
           elements: wide.slice(0, 5).map((one) => one.outerHTML.slice(0, 120)) };
})()`;

async function visit(browser, { file, screenshot }, width, scheme) {
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    colorScheme: scheme,
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  try {
    const page = await context.newPage();
    const heard = await listen(context, page, url);
    await page.goto(url, { waitUntil: "load" });
    const session = await context.newCDPSession(page);
    const overflow = await evaluate(session, OVERFLOW);
    const title = await page.title();
    if (screenshot) {
      await page.screenshot({ path: screenshot.replace("{width}", width), fullPage: true });
    }
    return { file, width, title, ...heard, overflow, ...(await accessibility(session)) };
  } finally {
    await context.close();
  }
}

const job = JSON.parse(await text(process.stdin));
// Chromium's sandbox refuses to work for root, which is who runs the tests in a container.
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: job.browser, args: [...FLAGS, ...sandbox] });
try {
  const reports = [];
  for (const page of job.pages) {
    for (const width of job.widths) reports.push(await visit(browser, page, width, job.scheme ?? "light"));
  }
  process.stdout.write(JSON.stringify(reports));
} finally {
  await browser.close();
}

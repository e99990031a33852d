// Opens pages in Chromium as a visitor would, without any network, and tells what it saw.
//
//   echo '{"browser": "/usr/bin/chromium", "pages": [{"file": "a.html"}], "views": [{"width": 320}]}' | node page.mjs
//
// prints one JSON list: a report for each page in each view (see View and PageReport in harness.py).
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { keyboard } from "./keyboard.mjs";

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
// What depends on how a page is looked at: asked in every view, the rest in the first one of each page.
const AXE_LOOKS = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"];
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
async function accessibility(run, view, whole) {
  const looks = view.paper ? ["color-contrast"] : AXE_LOOKS; // nobody touches paper
  const runOnly = whole ? AXE_TAGS : { type: "rule", values: looks };
  const { violations, passes } = await run(
    `axe.run(document, ${JSON.stringify({ runOnly, resultTypes: ["violations"] })})`,
  );
  const brief = ({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    nodes: nodes.map((node) => ({ target: node.target.join(" "), html: node.html, why: node.failureSummary })),
  });
  return { violations: violations.map(brief), passes: passes.length };
}

/** How much wider the page is than its window, and what sticks out. On a phone nothing in it may scroll sideways. */
const OVERFLOW = `(() => {
  const root = document.documentElement;
  const all = [...document.querySelectorAll("body *")];
  const wide = all.filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5);
  const inner = innerWidth > 400 ? [] : all.filter((one) => one.scrollWidth > one.clientWidth + 1
    && ["auto", "scroll"].includes(getComputedStyle(one).overflowX));
  const pixels = [root.scrollWidth - innerWidth, ...inner.map((one) => one.scrollWidth - one.clientWidth)];
  return { pixels: Math.max(0, ...pixels),
           elements: [...inner, ...wide].slice(0, 5).map((one) => one.outerHTML.slice(0, 120)) };
})()`;

/** What a screen reader calls by its role only. */
async function unnamed(session) {
  const NAMED = ["link", "button", "region", "navigation", "table", "img", "image", "heading", "DisclosureTriangle"];
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  return nodes
    .filter((node) => !node.ignored && NAMED.includes(node.role?.value) && !node.name?.value?.trim())
    .map((node) => `${node.role.value} ${node.nodeId}`);
}

/** What could act or lead away: handlers, scripts, frames, forms, addresses that are programs. */
const ARMED = `[...document.querySelectorAll("*")].filter((one) =>
  one.matches('script:not([type="application/ld+json"]), iframe, frame, object, embed, form, base, link:not([rel="alternate"], [rel="canonical"]), [srcdoc], [action], meta[http-equiv="refresh" i]')
  || [...one.attributes].some(({ name, value }) => 
    /^on/i.test(name) || /^\\s*(javascript|vbscript):/i.test(value) || (name === "href" && /^\\s*data:/i.test(value)))
).map((one) => one.outerHTML.slice(0, 160))`;

// WCAG 2.2, 1.4.12: readers may space texts out, and nothing may be lost.
const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } "
  + "p { margin-bottom: 2em !important }";
const UNFOLD = `document.querySelectorAll("details").forEach((one) => { one.open = true; })`;

const NOTHING = { unreached: [], unnamed: [], violations: [], passes: 1 };

/** Looks at a page that is open in one view; `first` tells whether nothing was asked of it yet. */
async function look(page, session, view, first, screenshot) {
  const run = (expression) => evaluate(session, expression);
  await page.setViewportSize({ width: view.width, height: view.height ?? HEIGHT });
  await page.emulateMedia({
    colorScheme: view.scheme ?? "light",
    forcedColors: view.forced ? "active" : "none",
    contrast: view.contrast ? "more" : "no-preference",
    media: view.paper ? "print" : "screen",
  });
  if (screenshot) await page.screenshot({ path: screenshot.replace("{width}", view.width), fullPage: true });
  const below = await run("document.documentElement.scrollHeight - innerHeight");
  const folded = first ? await run(OVERFLOW) : { pixels: 0 };
  await run(UNFOLD);
  if (view.bare) return { width: view.width, below, view: "bare", overflow: folded, armed: await run(ARMED), ...NOTHING };
  const spacing = view.spaced ? await page.addStyleTag({ content: SPACED }) : null;
  const found = {
    width: view.width,
    below,
    view: Object.keys(view).filter((name) => view[name] === true).join(" "),
    overflow: folded.pixels ? folded : await run(OVERFLOW),
    armed: await run(ARMED),
    unreached: view.keys ? await keyboard(page, run) : [],
    unnamed: first ? await unnamed(session) : [],
    ...(await accessibility(run, view, first)),
  };
  await spacing?.evaluate((one) => one.remove());
  return found;
}

async function visit(browser, { file, screenshot }, views) {
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ reducedMotion: "reduce", serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    await page.setViewportSize({ width: views[0].width, height: HEIGHT });
    const heard = await listen(context, page, url);
    await page.goto(url, { waitUntil: "load" });
    const session = await context.newCDPSession(page);
    await evaluate(session, AXE);
    const found = [];
    for (const view of views) {
      const first = view === views[0];
      found.push({ file, title: await page.title(), ...heard, ...(await look(page, session, view, first, screenshot)) });
    }
    return found;
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
  for (const page of job.pages) reports.push(...(await visit(browser, page, job.views)));
  process.stdout.write(JSON.stringify(reports));
} finally {
  await browser.close();
}

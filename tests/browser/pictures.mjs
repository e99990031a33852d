// Opens pages in Chromium and tells which words of their pictures leave the picture, a box, or lie over other words.
//
//   echo '{"browser": "/usr/bin/chromium", "pages": [{"file": "a.html", "width": 320}]}' | node pictures.mjs
//
// prints one JSON list: for each page how many pictures and words there are, and what is wrong.
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

/** Runs in the page. Lengths are those of the picture's own view box, whatever size it is shown in. */
function look() {
  const found = { pictures: 0, words: 0, wrong: [] };
  const inside = (one, other) =>
    one.x > other.x - 0.5 && one.x < other.x + other.width && one.y + one.height / 2 > other.y &&
    one.y + one.height / 2 < other.y + other.height;
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const svg of document.querySelectorAll("svg.picture")) {
    found.pictures += 1;
    const { width, height } = svg.viewBox.baseVal;
    const boxes = [...svg.querySelectorAll("rect")].map((one) => one.getBBox());
    const texts = [...svg.querySelectorAll("text")].map((one) => ({ words: one.textContent, box: one.getBBox() }));
    found.words += texts.length;
    for (const { words, box } of texts) {
      const right = box.x + box.width;
      if (box.x < -1 || right > width + 1 || box.y < -1 || box.y + box.height > height + 3) {
        found.wrong.push(`leaves the picture: ${words}`);
      }
      for (const one of boxes) {
        if (inside(box, one) && right > one.x + one.width + 0.5) found.wrong.push(`leaves its box: ${words}`);
      }
    }
    texts.forEach(({ words, box }, number) => {
      for (const { words: others, box: other } of texts.slice(number + 1)) {
        const across = Math.min(box.x + box.width, other.x + other.width) - Math.max(box.x, other.x);
        const down = Math.min(box.y + box.height, other.y + other.height) - Math.max(box.y, other.y);
        // Boxes of letters hold their line's leading too: only letters themselves must not touch.
        if (across > 1 && down > 0.4 * Math.min(box.height, other.height)) found.wrong.push(`${words} over ${others}`);
      }
    });
  }
  return found;
}

const job = JSON.parse(await text(process.stdin));
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: job.browser, args: ["--disable-gpu", ...sandbox] });
try {
  const reports = [];
  for (const { file, width } of job.pages) {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(pathToFileURL(file).href);
    reports.push({ file, width, ...(await page.evaluate(look)) });
    await page.close();
  }
  process.stdout.write(JSON.stringify(reports));
} finally {
  await browser.close();
}

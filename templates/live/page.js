"use strict";
// Shows each new page where the old one was read, and what the program says of the file. Everything it says is text.
const main = document.querySelector("main");
const before = document.getElementById("before");
let shown = "";

function fill(list, lines) {
  list.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  list.hidden = lines.length === 0;
}

/** The last place with a name above the upper edge, and how far above it is: where somebody reads. */
function reading(frame) {
  let found = null;
  for (const one of frame.contentDocument.querySelectorAll("[id]")) {
    const { top, height } = one.getBoundingClientRect();
    if (top <= 1 && height > 0) found = { id: one.id, top };
  }
  return { ...found, y: frame.contentWindow.scrollY };
}

function goTo(frame, place) {
  const one = place.y > 0 && place.id ? frame.contentDocument.getElementById(place.id) : null;
  frame.contentWindow.scrollTo(0, one ? one.getBoundingClientRect().top - place.top : place.y);
}

/** A link out of the page opens a page of its own: this one shows nothing but the report. */
function lead(frame) {
  for (const link of frame.contentDocument.querySelectorAll("a[href]")) {
    if (!link.getAttribute("href").startsWith("#")) Object.assign(link, { target: "_blank", rel: "noopener" });
  }
}

function unfold(old, frame) {
  const folded = [...old.contentDocument.querySelectorAll("details")];
  const now = [...frame.contentDocument.querySelectorAll("details")];
  if (folded.length === now.length) now.forEach((one, place) => { one.open = folded[place].open; });
}

function ready(frame) {
  const old = main.querySelector("iframe.now");
  lead(frame);
  if (old) {
    unfold(old, frame);
    goTo(frame, reading(old));
  }
  const typed = old !== null && document.activeElement === old;
  frame.className = "now";
  old?.remove();
  if (typed) frame.focus();
}

function load(page) {
  main.querySelectorAll("iframe.coming").forEach((one) => one.remove());
  const frame = document.createElement("iframe");
  frame.className = "coming";
  frame.title = main.dataset.title;
  frame.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  frame.addEventListener("load", () => ready(frame), { once: true });
  frame.src = `page?${page}`;
  main.append(frame);
}

function tell(news) {
  document.getElementById("state").textContent = news.state;
  document.querySelector("header").classList.toggle("wrong", news.wrong.length > 0);
  fill(document.getElementById("wrong"), news.wrong);
  before.hidden = news.before.length === 0;
  before.querySelector("summary").textContent = news.heading;
  fill(before.querySelector("ul"), news.before);
  if (news.page && news.page !== shown) load(shown = news.page);
}

const events = new EventSource("events");
events.addEventListener("message", ({ data }) => tell(JSON.parse(data)));
events.addEventListener("open", () => { document.getElementById("ended").hidden = true; });
events.addEventListener("error", () => { document.getElementById("ended").hidden = false; });

// Walks a page by the Tab key alone, as someone without a mouse does.

// What can be used, in the order of the document; what does not show cannot be reached.
const USABLE = `(() => {
  const all = document.querySelectorAll('a[href], summary, button, input, select, textarea, [tabindex="0"]');
  window.usable = [...all].filter((one) => one.checkVisibility({ visibilityProperty: true }) || one.matches(".skip"));
  return usable.length;
})()`;

// Where the focus is, whether one can see that it is there, and whether it is on the screen.
const FOCUSED = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    number: usable.indexOf(one),
    what: one.outerHTML.slice(0, 120),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
})()`;

const TOGGLED = `(() => {
  const one = document.querySelector("details > summary");
  if (!one) return null;
  one.parentElement.open = false;
  one.focus();
  return true;
})()`;

/** What somebody with a keyboard cannot reach, see or use; empty for a good page. */
export async function keyboard(page, evaluate) {
  const found = [];
  const usable = await evaluate(USABLE);
  await evaluate("scrollTo(0, 0)");
  for (let expected = 0; expected < usable; expected += 1) {
    await page.keyboard.press("Tab");
    const at = await evaluate(FOCUSED);
    if (!at) return [...found, `the focus is lost before element ${expected} of ${usable}`];
    if (at.number !== expected) return [...found, `Tab leads to ${at.what}, not to element ${expected} of ${usable}`];
    if (!at.marked) found.push(`no mark of the focus on ${at.what}`);
    if (!at.seen) found.push(`the focus is off the screen on ${at.what}`);
  }
  await page.keyboard.press("Tab");
  if (usable && (await evaluate(FOCUSED))?.number > 0) found.push("the page does not let the focus go");
  if (await evaluate(TOGGLED)) {
    await page.keyboard.press("Enter");
    if (!(await evaluate(`document.querySelector("details").open`))) found.push("Enter unfolds nothing");
  }
  return found;
}

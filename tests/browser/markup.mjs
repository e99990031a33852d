// Reads pages as html-validate does, and prints one line for each fault: `file:line:column: rule: message`.
//
//   echo '["/tmp/a.html"]' | node markup.mjs
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { FileSystemConfigLoader, HtmlElement, HtmlValidate } from "html-validate";

const RULES = {
  extends: ["html-validate:recommended", "html-validate:a11y"],
  root: true,
  rules: {
    "void-style": "off", // <meta> or <meta/>: both are HTML
    "no-trailing-whitespace": "off", // how the source looks is nobody's burden
    "long-title": "off", // a title is as long as its service's name
    "no-inline-style": "error",
    "no-redundant-role": "error",
    "prefer-native-element": ["error", { exclude: ["region"] }], // what scrolls is no section: it has no heading
    "require-csp-nonce": "off", // the policy allows styles; there is no script
    "tel-non-breaking": "off", // the style sheet keeps numbers together
  },
};

// The same elements in the same order; its own way makes a list anew at each element, of all that were found below.
HtmlElement.prototype.getElementsByTagName = function elements(name, found = []) {
  for (const one of this.childNodes) {
    if (!(one instanceof HtmlElement)) continue;
    if (one.is(name)) found.push(one);
    one.getElementsByTagName(name, found);
  }
  return found;
};

const validator = new HtmlValidate(new FileSystemConfigLoader(RULES));
const files = JSON.parse(await text(process.stdin));
for (const file of files) {
  const report = await validator.validateString(await readFile(file, "utf8"), file, RULES);
  for (const { messages } of report.results) {
    for (const { line, column, ruleId, message } of messages) {
      console.log(`${file}:${line}:${column}: ${ruleId}: ${message}`);
    }
  }
}

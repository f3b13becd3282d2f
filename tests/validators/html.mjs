// Reads names of files from its input, one a line, and prints what html-validate finds in them as JSON.
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const rules = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  elements: ["html5"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    // Our ids hold “:” and “=”, which HTML allows and an author's own ids cannot hold.
    "valid-id": ["error", { relaxed: true }],
    // What scrolls is a div and no section: it is no part of the outline.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Files of the site itself come from where the page comes from.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
const validator = new HtmlValidate(new StaticConfigLoader(rules));
const found = [];
for (const path of readFileSync(0, "utf-8").split("\n").filter(Boolean)) {
  const report = validator.validateFileSync(path);
  for (const { messages } of report.results)
    for (const { ruleId, severity, message, line, column } of messages)
      found.push({ path, line, column, rule: ruleId, severity, message });
}
process.stdout.write(JSON.stringify(found));

// Answers calls such as ["NumberFormat", "fa", {…}, "format", [5]] with JavaScript's Intl,
// which is ICU: one array of them on standard input, one of strings on standard output.
import { readFileSync } from "node:fs";

const calls = JSON.parse(readFileSync(0, "utf8"));
const answers = calls.map(([kind, locale, options, method, values]) => {
  const made = new Intl[kind](locale, options);
  const answer = made[method](...values);
  return typeof answer === "object" ? JSON.stringify(answer) : String(answer);
});
process.stdout.write(JSON.stringify(answers));

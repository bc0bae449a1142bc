/** The direction inspector: a paragraph is chosen by a click on its page, or from the list. */
import { choose, dress, load, onClick, paragraph, reveal, sideOf } from "./marks.js";

export function mount(panel, shell) {
  const { panes } = shell;
  const chosen = { side: "left", paragraph: "" };
  const ends = [dress(panes, "chosen.css"), onClick(panes, clicked)];

  function clicked(target, frame) {
    const found = target.closest?.("[data-paragraph]");
    if (!found) return false;
    inspect({ side: sideOf(frame), paragraph: found.dataset.paragraph });
    return true;
  }

  async function inspect(change) {
    Object.assign(chosen, change);
    await load(panel, shell, "direction", chosen);
    const field = panel.querySelector("#paragraph");
    chosen.paragraph = field?.value ?? "";
    mark();
  }

  function mark() {
    for (const each of panes.frames()) choose(each, null);
    const frame = panes.frame(chosen.side);
    const found = chosen.paragraph && paragraph(frame, chosen.paragraph);
    if (!found) return;
    panes.choose(chosen.side);
    choose(frame, found);
    reveal(frame, found);
  }

  async function copy(pressed) {
    const { copied, uncopied } = panel.querySelector(".filter").dataset;
    try {
      await navigator.clipboard.writeText(pressed.dataset.copy);
      shell.say(copied);
    } catch {
      getSelection().selectAllChildren(pressed.parentElement.querySelector(".excerpt"));
      shell.say(uncopied);
    }
  }

  function listen(target, type, act) {
    target.addEventListener(type, act);
    ends.push(() => target.removeEventListener(type, act));
  }

  listen(panel, "submit", (event) => event.preventDefault());
  listen(panel, "change", (event) => {
    const { name, value } = event.target;
    if (name === "side") inspect({ side: value });
    if (name === "paragraph") inspect({ paragraph: value });
  });
  listen(panel, "click", (event) => {
    const pressed = event.target.closest("[data-copy]");
    if (pressed) copy(pressed);
  });
  listen(document, "preview:changed", () => inspect({}));
  chosen.paragraph = panel.querySelector("#paragraph")?.value ?? "";
  mark();
  return () => ends.forEach((end) => end());
}

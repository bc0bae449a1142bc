/** The panel of paragraphs without a counterpart: a button leads to each on its page. */
import { choose, dress, load, paragraph, reveal } from "./marks.js";

export function mount(panel, shell) {
  const undress = dress(shell.panes, "chosen.css");

  const jump = (event) => {
    const pressed = event.target.closest("[data-jump]");
    if (!pressed) return;
    const { side } = pressed.dataset;
    const frame = shell.panes.frame(side);
    const found = paragraph(frame, pressed.dataset.jump);
    for (const each of shell.panes.frames()) choose(each, null);
    if (!found) return;
    shell.panes.choose(side);
    choose(frame, found);
    reveal(frame, found);
    shell.say(pressed.textContent.trim());
  };
  const renew = () => load(panel, shell, "paragraphs", {});

  panel.addEventListener("click", jump);
  document.addEventListener("preview:changed", renew);
  return () => {
    undress();
    panel.removeEventListener("click", jump);
    document.removeEventListener("preview:changed", renew);
  };
}

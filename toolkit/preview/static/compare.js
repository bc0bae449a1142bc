/** Compares two renderings: scrolls them together, and shows one through the other. */
import { scrollTogether } from "./scrolling.js";

const all = () => [...document.querySelectorAll(".both iframe")];

const panes = {
  frames: all,
  onPage(listener) {
    for (const frame of all()) {
      frame.addEventListener("load", () => listener(frame.contentDocument, frame, true));
      if (frame.contentDocument?.readyState === "complete") listener(frame.contentDocument, frame, true);
    }
  },
};

scrollTogether(panes);

const opacity = document.getElementById("opacity");
const cover = document.getElementById("frame-after");
const show = () => { cover.style.opacity = String(opacity.value / 100); };
if (opacity && cover) {
  opacity.addEventListener("input", show);
  show();
}

const article = document.querySelector("#choices [name=article]")?.value;

/** Tell whether a change of files can be seen here; a front page shows every article. */
const isSeen = ({ articles, labels, theme, publication, pictures }) =>
  labels || theme || publication || pictures || (article ? articles.includes(article) : articles.length > 0);

// The newest state is followed until somebody begins to choose.
if ("latest" in document.body.dataset) {
  const stream = new EventSource("/events");
  stream.addEventListener("changed", (event) => {
    if (isSeen(JSON.parse(event.data))) location.reload();
  });
  document.addEventListener("input", () => stream.close(), { once: true });
}

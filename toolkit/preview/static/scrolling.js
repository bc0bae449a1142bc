/** Scrolls two pages together, paragraph by paragraph. */

const EDGE = 8;

/** Where a reader is: the paragraph at the top and how far it is scrolled past, as a share of it. */
export function place(frame) {
  const inner = frame.contentDocument;
  const block = topmost(inner, frame.clientHeight);
  if (block) {
    const { top, height } = block.getBoundingClientRect();
    const past = Math.max(0, EDGE - top) / (height || 1);
    return { paragraph: block.dataset.paragraph, past, gap: Math.max(0, top) };
  }
  const { scrollTop, scrollHeight, clientHeight } = inner.documentElement;
  return { share: scrollTop / Math.max(1, scrollHeight - clientHeight) };
}

/** Return the innermost paragraph at the upper edge, or else the first below it that is seen. */
function topmost(inner, height) {
  let found = null;
  for (const block of inner.querySelectorAll("[data-paragraph]")) {
    const { top, bottom } = block.getBoundingClientRect();
    if (bottom <= EDGE) continue;
    if (top > EDGE) return found ?? (top < height ? block : null);
    found = block;
  }
  return found;
}

/** Bring a reader to a place; a paragraph that is not there leaves the page where it is. */
export function toPlace(frame, where) {
  if (!where) return;
  const inner = frame.contentDocument;
  const root = inner.documentElement;
  if (where.paragraph === undefined) {
    frame.contentWindow.scrollTo({ top: where.share * (root.scrollHeight - root.clientHeight), behavior: "instant" });
    return;
  }
  const block = inner.querySelector(`[data-paragraph="${CSS.escape(where.paragraph)}"]`);
  if (!block) return;
  const box = block.getBoundingClientRect();
  const offset = where.past ? where.past * box.height - EDGE : -where.gap;
  frame.contentWindow.scrollBy({ top: box.top + offset, behavior: "instant" });
}

let leader = null;
let pairs = [];

/** Let a pane lead: what scrolls it from now on scrolls the other one too. */
export function lead(frame) {
  leader = frame;
}

/** Let the pane that the reader scrolls lead, and the other one follow. */
export function scrollTogether(panes) {
  panes.onPage((inner, frame, isNew) => {
    learnPairs();
    if (!isNew) return;
    for (const type of ["wheel", "touchstart", "keydown", "pointerdown", "focusin"]) {
      inner.addEventListener(type, () => lead(frame), { passive: true, capture: true });
    }
    inner.addEventListener("pointerenter", () => lead(frame), { passive: true, capture: true });
    let isWaiting = false;
    inner.addEventListener("scroll", () => {
      if (isWaiting || leader !== frame) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        if (leader !== frame) return;
        const where = place(frame);
        const there = { ...where, paragraph: counterpart(where.paragraph, frame) };
        for (const other of panes.frames()) if (other !== frame) toPlace(other, there);
      });
    }, { passive: true });
  });
}

/** Ask which paragraphs of the two versions are each other's counterparts. */
async function learnPairs() {
  const view = new URLSearchParams(new FormData(document.getElementById("choices")));
  const response = await fetch(`/pairs?${view}`);
  pairs = response.ok ? await response.json() : [];
}

/** The name of a paragraph on the other page; it has the same number unless one page lacks some. */
function counterpart(name, frame) {
  const number = Number(name?.match(/^body\.(\d+)$/)?.[1]);
  const [here, there] = frame.id === "frame-left" ? [0, 1] : [1, 0];
  const before = pairs.findLast((pair) => pair[here] <= number);
  return before ? `body.${before[there] + number - before[here]}` : name;
}

/** Marks on the pages in the panes: a style sheet while a panel is open, and what is chosen. */

import { lead } from "../scrolling.js";

const CHOSEN = "data-chosen";
const NEAR = 48;

/** Give every page style sheets until the returned function is called. */
export function dress(panes, ...sheets) {
  const texts = Promise.all(sheets.map(async (name) => (await fetch(`/static/${name}`)).text()));
  let isOver = false;
  const end = panes.onPage(async (inner, frame) => {
    const css = (await texts).join("\n");
    if (isOver || inner.querySelector("style[data-preview]")) return;
    const style = inner.createElement("style");
    style.dataset.preview = "";
    style.textContent = css;
    inner.head.append(style);
    if (frame.dataset.chosen) inner.querySelector(frame.dataset.chosen)?.setAttribute(CHOSEN, "");
  });
  return () => {
    isOver = true;
    end();
    for (const frame of panes.frames()) {
      frame.contentDocument?.querySelector("style[data-preview]")?.remove();
      choose(frame, null);
    }
  };
}

/** Mark one element of a page, and no other; it stays marked when the page is renewed. */
export function choose(frame, element) {
  if (frame) frame.dataset.chosen = selector(element);
  for (const old of frame?.contentDocument?.querySelectorAll(`[${CHOSEN}]`) ?? []) old.removeAttribute(CHOSEN);
  element?.setAttribute(CHOSEN, "");
}

function selector(element) {
  const name = ["data-label", "data-label-attribute", "data-paragraph"].find((each) => element?.hasAttribute(each));
  return name ? `[${name}="${CSS.escape(element.getAttribute(name))}"]` : "";
}

/** Bring an element of a page into view, if it is not; the other page follows. */
export function reveal(frame, element) {
  lead(frame);
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= NEAR && bottom <= frame.clientHeight - NEAR) return;
  const target = top - Math.min(frame.clientHeight / 3, Math.max(NEAR, frame.clientHeight - (bottom - top)));
  frame.contentWindow.scrollBy({ top: target, behavior: "instant" });
}

/** The element of a page that a paragraph's name belongs to, or else the nearest before it. */
export function paragraph(frame, name) {
  const inner = frame?.contentDocument;
  if (!inner) return null;
  const exact = inner.querySelector(`[data-paragraph="${CSS.escape(name)}"]`);
  if (exact || !name.startsWith("body.")) return exact;
  const before = [...inner.querySelectorAll("[data-paragraph^='body.']")];
  return before.filter((each) => numberOf(each.dataset.paragraph) < numberOf(name)).at(-1) ?? null;
}

/** Call a function with what is clicked on a page, before the page's own links hear of it. */
export function onClick(panes, take) {
  const ends = [];
  const end = panes.onPage((inner, frame, isNew) => {
    if (!isNew) return;
    const listener = (event) => {
      if (!take(event.target, frame)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    inner.addEventListener("click", listener, true);
    ends.push(() => inner.removeEventListener("click", listener, true));
  });
  return () => {
    end();
    for (const each of ends) each();
  };
}

/** Replace what a panel shows by another fragment; the focus stays on the control of its name.
 *
 * Resolves to whether it was: `isWanted` is asked when the fragment is there. */
export async function load(panel, shell, name, parameters, isWanted = () => true) {
  const query = new URLSearchParams([...shell.view, ...Object.entries(parameters)]);
  const response = await fetch(`/panel/${name}?${query}`);
  const html = await response.text();
  if (!response.ok || !isWanted()) return false;
  const focused = panel.contains(document.activeElement) ? keyOf(document.activeElement) : null;
  panel.innerHTML = html;
  if (focused) panel.querySelector(focused)?.focus();
  return true;
}

function keyOf(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const name = ["open", "jump"].find((each) => element.dataset[each]);
  return name ? `[data-${name}="${CSS.escape(element.dataset[name])}"]` : null;
}

const numberOf = (name) => Number(name.slice("body.".length));

/** The side of a frame: `left` or `right`. */
export const sideOf = (frame) => frame.id.replace("frame-", "");

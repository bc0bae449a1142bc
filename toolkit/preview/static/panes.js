/** The two panes: what is in their frames, and how it is replaced without losing the place. */
import { place, toPlace } from "./scrolling.js";

const SIDES = ["left", "right"];
const OUTSIDE = ["http:", "https:", "mailto:", "tel:"];
const listeners = [];
let open = () => {};

/** The frame of a side, `left` or `right`; null where there is none. */
export const frame = (side) => document.getElementById(`frame-${side}`);

/** Both frames, those that there are. */
export const frames = () => SIDES.map(frame).filter(Boolean);

/** Call a function with each page that is shown, now and later: (document, frame, isNew).
 *
 * A page that was brought up to date is in the same document, which has its listeners still. */
export function onPage(listener) {
  listeners.push(listener);
  for (const each of frames()) if (isReady(each)) listener(each.contentDocument, each, true);
  return () => listeners.splice(listeners.indexOf(listener), 1);
}

/** Take over another view's panes, each at the place where the reader was. */
export function show(next) {
  const places = frames().map((each) => [each.id, isReady(each) ? place(each) : null]);
  document.getElementById("panes").replaceWith(next.getElementById("panes"));
  choose(chosen);
  for (const [id, where] of places) {
    const now = document.getElementById(id);
    now?.addEventListener("load", () => toPlace(now, where), { once: true });
  }
  frames().forEach(listen);
}

/** Bring the panes up to date in place: only what changed is fetched, and nothing jumps. */
export async function renew(next) {
  if (!next.getElementById("frame-left") || !frames().length) return show(next);
  for (const side of SIDES) {
    const faults = document.getElementById(`faults-${side}`);
    const now = next.getElementById(`faults-${side}`);
    if (faults.innerHTML !== now.innerHTML) faults.innerHTML = now.innerHTML;
  }
  await Promise.all(SIDES.map((side) => swap(frame(side), next.getElementById(`frame-${side}`))));
}

async function swap(old, now) {
  if (old.dataset.version === now.dataset.version) return;
  const text = await (await fetch(now.getAttribute("src"))).text();
  if (!old.isConnected) return;
  // The pane's own parser: its style sheets are under the policy of the pane, not of this window.
  const page = new old.contentWindow.DOMParser().parseFromString(text, "text/html");
  const where = place(old);
  const inner = old.contentDocument;
  inner.replaceChild(inner.adoptNode(page.documentElement), inner.documentElement);
  old.dataset.version = now.dataset.version;
  toPlace(old, where);
  announce(old, { isNew: false });
}

function listen(each) {
  each.addEventListener("load", () => {
    const shown = each.contentDocument && new URL(each.contentWindow.location.href);
    if (shown?.origin !== location.origin) return;
    // If it is another page, a link was followed before this window could take it.
    if (shown.pathname !== new URL(each.src).pathname) visit(shown, each);
    else announce(each);
  });
}

function announce(each, { isNew = true } = {}) {
  if (isNew) each.contentDocument.addEventListener("click", (event) => follow(event, each));
  for (const listener of listeners) listener(each.contentDocument, each, isNew);
}

/** Show an article that a page links to in both panes; other links open a window. */
function follow(event, each) {
  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
  const target = new URL(link.href);
  if (target.hash && target.pathname === each.contentWindow.location.pathname) return;
  event.preventDefault();
  if (target.origin === location.origin) visit(target, each);
  else if (OUTSIDE.includes(target.protocol)) window.open(target, "_blank", "noopener");
}

async function visit(target, each) {
  const { url, ok } = await fetch(target);
  const [, kind, locale, name = ""] = new URL(url).pathname.split("/");
  if (!ok || !["page", "front"].includes(kind)) return;
  const view = new URLSearchParams(new FormData(document.getElementById("choices")));
  view.set("article", decodeURIComponent(name));
  view.set(each.id.replace("frame-", ""), locale);
  open(`/?${view}`);
}

const isReady = (each) => each.contentDocument?.readyState === "complete" && each.contentWindow.location.href !== "about:blank";

let chosen = "left";

/** Choose the pane that a narrow window shows. */
export function choose(side) {
  chosen = side;
  for (const each of SIDES) document.getElementById(`pane-${each}`)?.classList.toggle("chosen", each === side);
  for (const button of document.querySelectorAll(".sides button")) {
    button.setAttribute("aria-pressed", String(button.dataset.side === side));
  }
}

export function start(go) {
  open = go;
  document.addEventListener("click", (event) => {
    const button = event.target.closest(".sides button");
    if (button) choose(button.dataset.side);
  });
  choose(chosen);
  for (const each of frames()) {
    listen(each);
    if (isReady(each)) announce(each);
  }
}

/** The window of the preview: it works by links and forms, and this makes it live.
 *
 * A panel's script (panels/NAME.js) exports `mount(panel, shell)`: `panel` is the element that holds
 * the fragment of GET /panel/NAME, `shell` what is exported here.  It may return a function that is
 * called before the panel is replaced or closed. */
import * as panes from "./panes.js";
import { follow } from "./live.js";
import { scrollTogether } from "./scrolling.js";

const PARTS = ["panels", "panel", "others"];
const tokenOf = (page) => page.querySelector("meta[name=preview-token]").content;
const here = () => location.pathname + location.search;
const status = document.getElementById("status");
const choices = document.getElementById("choices");

export const shell = {
  /** Parameters of the view: article, left, right, view, scheme, ui, panel. */
  get view() {
    return new URLSearchParams(new FormData(choices));
  },
  panes,
  /** Say something to everybody, screen readers too. */
  say(text) {
    status.textContent = text;
  },
  /** Send data that change something; resolves to the response. */
  post(address, data) {
    const headers = { "Content-Type": "application/json", "X-Preview-Token": token };
    return fetch(address, { method: "POST", headers, body: JSON.stringify(data) });
  },
  go,
  refresh,
  /** Set by a panel while it is mounted: tells whether it has what nobody has saved, and says so. */
  keeps: null,
};

let token = tokenOf(document);
let unmount = null;

/** The view that is shown and its address, whatever has been chosen since. */
let shown = shell.view;
let address = here();

/** Counts the views, so that what was asked for an earlier one is not shown in a later one. */
let visits = 0;

/** Show another view, unless something would be lost; the address says it too.  Focus stays. */
async function go(wanted, { isBack = false } = {}) {
  if (shell.keeps?.()) return stay();
  const visit = ++visits;
  if (!isBack) history.pushState(null, "", wanted);
  const next = await fetched(wanted);
  if (visit !== visits) return;
  if (shell.keeps?.()) return stay();
  document.title = next.title;
  document.documentElement.dataset.view = next.documentElement.dataset.view;
  takeChoices(next);
  shown = shell.view;
  address = here();
  for (const id of PARTS) take(next, id);
  panes.show(next);
  await mountPanel();
}

function stay() {
  for (const [name, value] of shown) choices.elements[name].value = value;
  if (here() !== address) history.pushState(null, "", address);
}

/** Bring everything up to date after a change of files; the panel is told, not replaced. */
async function refresh() {
  const visit = visits;
  const next = await fetched(location.href);
  if (visit !== visits) return;
  token = tokenOf(next); // of another run, if the preview was started again
  document.title = next.title;
  takeChoices(next);
  take(next, "others");
  await panes.renew(next);
}

async function fetched(address) {
  const text = await (await fetch(address)).text();
  return new DOMParser().parseFromString(text, "text/html");
}

function take(next, id) {
  const [old, now] = [document.getElementById(id), next.getElementById(id)];
  if (old.isEqualNode(now)) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset.panel : null;
  old.replaceWith(now);
  if (focused !== null) now.querySelector(`[data-panel="${CSS.escape(focused)}"]`)?.focus();
}

function takeChoices(next) {
  for (const field of choices.elements) {
    const now = next.getElementById("choices").elements[field.name];
    if (!now) continue;
    if (field.options && field.innerHTML !== now.innerHTML) field.innerHTML = now.innerHTML;
    field.value = now.value;
  }
  const [old, now] = [document, next].map((doc) => doc.querySelector("footer nav"));
  if (!old.isEqualNode(now)) old.replaceWith(now);
}

async function mountPanel() {
  unmount?.();
  unmount = shell.keeps = null;
  const name = shell.view.get("panel");
  const content = document.getElementById("panel-content");
  if (!name || !content) return;
  const script = import(`./panels/${name}.js`).catch(() => null);
  const response = await fetch(`/panel/${name}?${shell.view}`);
  const [text, module] = await Promise.all([response.text(), script]);
  if (!response.ok || !content.isConnected) return;
  content.innerHTML = text; // together with its script, so that no press of a button is lost
  unmount = module?.mount(content, shell) ?? null;
}

choices.addEventListener("change", () => go(`/?${shell.view}`));
choices.addEventListener("submit", (event) => {
  event.preventDefault();
  go(`/?${shell.view}`);
});

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-panel]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const closed = shell.view.get("panel");
  await go(link.href);
  if (shell.keeps?.()) return;
  if (link.dataset.panel && shell.view.get("panel")) document.getElementById("panel-name").focus();
  else document.querySelector(`#panels [data-panel="${closed}"]`)?.focus();
});

addEventListener("beforeunload", (event) => {
  if (shell.keeps?.()) event.preventDefault();
});
addEventListener("popstate", () => {
  if (here() !== address) go(location.href, { isBack: true }); // else to a place on this page
});

document.documentElement.classList.add("scripted");
panes.start(go);
scrollTogether(panes);
follow(status, refresh);
mountPanel();

/** The panel of labels: find one in the list or by a click on the page, and translate it there. */
import { choose, dress, load, onClick, reveal, sideOf } from "./marks.js";

const PAUSE = 300;

export function mount(panel, shell) {
  const { panes } = shell;
  const chosen = { side: "right", scope: "page", state: "" };
  const ends = [dress(panes, "marks.css", "chosen.css"), onClick(panes, clicked)];
  let typing = 0;
  let news = null;
  let isOpening = false;
  let isStale = false;
  let loading = Promise.resolve();

  function clicked(target, frame) {
    const found = target.closest?.("[data-label], [data-label-attribute]");
    if (!found) return false;
    openFromPage(found, frame);
    return true;
  }

  async function openFromPage(element, frame) {
    const label = element.dataset.label ?? element.dataset.labelAttribute.split(" ")[0].split(":")[1];
    if (isKept()) return;
    close({ hasFocus: false });
    if (chosen.side !== sideOf(frame) || !button(label)) {
      Object.assign(chosen, { side: sideOf(frame), scope: "page", state: "" });
      await reload();
    }
    await open(label);
  }

  const button = (label) => panel.querySelector(`[data-open="${CSS.escape(label)}"]`);
  const editor = () => panel.querySelector(".editor");
  const address = (label, more = "") => {
    const tag = shell.view.get(chosen.side);
    return `/labels/${encodeURIComponent(tag)}/${encodeURIComponent(label)}${more}?${shell.view}`;
  };

  /** Renew the list, one time after the other; never under an editor. */
  function reload() {
    const isWanted = () => !isOpening && !editor();
    loading = loading.then(async () => { isStale = !(await load(panel, shell, "labels", chosen, isWanted)); });
    return loading;
  }

  /** Keep an editor whose text is not saved, and say so. */
  function isKept() {
    const fields = [...(editor()?.querySelectorAll("[data-form], [data-fuzzy]") ?? [])];
    const isChanged = fields.some((field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked);
    if (!isChanged) return false;
    fields[0].focus();
    shell.say(panel.querySelector(".filter").dataset.unsaved);
    return true;
  }

  async function open(label) {
    close({ hasFocus: false });
    isOpening = true;
    const response = await fetch(address(label)).finally(() => { isOpening = false; });
    const html = await response.text();
    const row = button(label);
    if (!response.ok || !row || editor()) return;
    row.insertAdjacentHTML("afterend", html);
    row.setAttribute("aria-expanded", "true");
    mark(label);
    (panel.querySelector("[data-form]") ?? panel.querySelector("[data-close]")).focus();
    editor().scrollIntoView({ block: "nearest" });
    row.scrollIntoView({ block: "nearest" });
  }

  function mark(label) {
    const frame = panes.frame(chosen.side);
    const name = CSS.escape(label);
    const found = frame?.contentDocument?.querySelector(`[data-label="${name}"], [data-label-attribute$=":${name}"], [data-label-attribute*=":${name} "]`);
    panes.choose(chosen.side);
    choose(frame, found);
    if (found) reveal(frame, found);
  }

  function close({ hasFocus = true } = {}) {
    const form = editor();
    if (!form) return;
    clearTimeout(typing);
    const row = button(form.dataset.label);
    form.remove();
    row?.setAttribute("aria-expanded", "false");
    choose(panes.frame(chosen.side), null);
    if (hasFocus) row?.focus();
    if (hasFocus && isStale) reload();
  }

  const proposal = (form) => ({
    forms: [...form.querySelectorAll("[data-form]")].map((field) => field.value),
    fuzzy: form.querySelector("[data-fuzzy]").checked,
    expected: form.dataset.expected,
  });

  async function save(form) {
    clearTimeout(typing);
    const { label } = form.dataset;
    const told = panel.querySelector(".filter").dataset.said.replace("{}", label);
    news = told;
    const response = await shell.post(address(label), proposal(form));
    if (response.ok) {
      close();
      await reload();
      shell.say(told);
      return;
    }
    news = null;
    if (response.status === 409 || response.status === 422) {
      form.outerHTML = await response.text();
      panel.querySelector("[data-form]").focus();
    }
  }

  async function attempt(form) {
    const response = await shell.post(address(form.dataset.label, "/try"), proposal(form));
    if (response.ok && form.isConnected) form.querySelector(".tried").innerHTML = await response.text();
  }

  async function makeFolder(pressed) {
    const told = pressed.closest(".notice").querySelector("[role=alert]");
    const response = await shell.post(`/labels?${shell.view}`, {});
    if (!response.ok) told.innerHTML = await response.text();
    else shell.say(told.dataset.made);
  }

  function listen(type, act) {
    panel.addEventListener(type, act);
    ends.push(() => panel.removeEventListener(type, act));
  }

  listen("change", async (event) => {
    if (!event.target.closest(".filter")) return;
    chosen[event.target.name] = event.target.value;
    await reload();
  });
  listen("click", (event) => {
    const pressed = event.target.closest("button");
    if (!pressed) return;
    const isOpen = pressed.getAttribute("aria-expanded") === "true";
    if (pressed.dataset.open && isKept()) return;
    if (pressed.dataset.open) isOpen ? close() : open(pressed.dataset.open);
    else if ("close" in pressed.dataset) close();
    else if ("openAgain" in pressed.dataset) open(editor().dataset.label);
    else if ("makeFolder" in pressed.dataset) makeFolder(pressed);
  });
  listen("submit", (event) => {
    event.preventDefault();
    if (event.target.matches(".editor")) save(event.target);
  });
  listen("keydown", (event) => {
    const form = event.target.closest(".editor");
    if (!form) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target.matches("textarea") && !event.isComposing) {
      event.preventDefault(); // a label is one line
      save(form);
    }
  });
  listen("input", (event) => {
    const form = event.target.closest(".editor");
    clearTimeout(typing);
    if (form) typing = setTimeout(() => attempt(form), PAUSE);
  });

  shell.keeps = isKept;

  /** Follow a change of files: after one of our own, what was saved is still said. */
  const changed = async () => {
    await reload();
    if (news) shell.say(news);
    news = null;
  };
  document.addEventListener("preview:changed", changed);
  ends.push(() => document.removeEventListener("preview:changed", changed));
  return () => ends.forEach((end) => end());
}

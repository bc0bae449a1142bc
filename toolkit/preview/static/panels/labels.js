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
  const address = (label, more = "", tag = shell.view.get(chosen.side)) => {
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
    const form = editor();
    if (!form || !isChanged(form)) return false;
    sayUnsaved(form);
    return true;
  }

  /** Tell whether an editor has another text than the file; one that was refused has. */
  function isChanged(form) {
    const fields = [...form.querySelectorAll("[data-form]")];
    const fuzzy = form.querySelector("[data-fuzzy]");
    return "unsaved" in form.dataset
      || fields.some((field) => field.value !== field.defaultValue)
      || (fuzzy !== null && fuzzy.checked !== fuzzy.defaultChecked);
  }

  function sayUnsaved(form) {
    form.querySelector("[data-form]").focus();
    shell.say(panel.querySelector(".filter").dataset.unsaved);
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
    const { label, tag } = form.dataset;
    const told = panel.querySelector(".filter").dataset.said.replace("{}", label);
    news = told;
    const sent = shell.post(address(label, "", tag), proposal(form)).catch(() => null);
    form.inert = true; // what is typed now would be lost
    const response = await sent;
    form.inert = false;
    if (response?.ok) {
      close();
      await reload();
      shell.say(told);
      return;
    }
    news = null;
    if (isFragment(response)) {
      form.outerHTML = await response.text();
      panel.querySelector("[data-form]").focus();
    } else sayUnsaved(form);
  }

  const isFragment = (response) => response?.headers.get("Content-Type")?.startsWith("text/html");

  async function attempt(form) {
    const { label, tag } = form.dataset;
    const response = await shell.post(address(label, "/try", tag), proposal(form)).catch(() => null);
    if (response?.ok && form.isConnected) form.querySelector(".tried").innerHTML = await response.text();
  }

  async function makeFolder(pressed) {
    const told = pressed.closest(".notice").querySelector("[role=alert]");
    const response = await shell.post(`/labels?${shell.view}`, {});
    if (isFragment(response)) told.innerHTML = await response.text();
    else if (response.ok) shell.say(told.dataset.made);
  }

  function listen(type, act) {
    panel.addEventListener(type, act);
    ends.push(() => panel.removeEventListener(type, act));
  }

  listen("change", async (event) => {
    if (!event.target.closest(".filter")) return;
    if (isKept()) {
      event.target.value = chosen[event.target.name];
      return;
    }
    close({ hasFocus: false });
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
    if (event.key === "Escape" && !event.isComposing) {
      if (!("warned" in form.dataset) && isKept()) form.dataset.warned = ""; // the second time, it goes
      else close();
    } else if (event.key === "Enter" && event.target.matches("textarea") && !event.isComposing) {
      event.preventDefault(); // a label is one line
      save(form);
    }
  });
  listen("input", (event) => {
    const form = event.target.closest(".editor");
    clearTimeout(typing);
    if (!form) return;
    delete form.dataset.warned;
    typing = setTimeout(() => attempt(form), PAUSE);
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

// Where the focus is, and what is seen of it; null where nothing has it.
() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const FOCUSABLE = "a[href], button, input, select, summary, textarea, [tabindex]:not([tabindex='-1'])";
  const LINE = "ul, ol, p";
  const focusable = [...document.querySelectorAll(FOCUSABLE)].filter((one) => one.checkVisibility());
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const box = element.getClientRects()[0];
  const within = (value, most) => Math.min(Math.max(value, 1), most - 1);
  const at = document.elementFromPoint(
    within(box.left + box.width / 2, innerWidth), within(box.top + box.height / 2, innerHeight));
  const line = element.closest(LINE);
  return {
    name: (element.ariaLabel || element.textContent).trim().slice(0, 60),
    part: element.closest("[class]").className,
    position: focusable.indexOf(element),
    most: focusable.length,
    outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
    contrast: colours.contrast(outlineColor, colours.behind(element.parentElement)),
    isCovered: !at || !(element.contains(at) || at.contains(element)),
    isInMain: element.closest("main") !== null,
    line: line && [...document.querySelectorAll(LINE)].indexOf(line),
    isRtl: line !== null && getComputedStyle(line).direction === "rtl",
    top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right,
  };
}

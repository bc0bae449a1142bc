// What is cut off or runs into something else, as lists of offenders.
() => {
  const SCROLLED = ".scroll, .visually-hidden, .skip-link:not(:focus)";
  const short = (element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 50)}`;
  const block = (element) => {
    while (/^inline|contents/.test(getComputedStyle(element).display)) element = element.parentElement;
    return element;
  };

  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest(SCROLLED)) continue;
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) {
      if (box.width > 1) pieces.push({ element, block: block(element), box });
    }
  }
  const onPage = pieces.filter(({ element }) => !element.closest(".skip-link"));
  const visible = (element) => getComputedStyle(element).overflow === "visible";
  // Boxes reach from the tallest letter of a font to its deepest, so that those of lines that stand
  // apart may touch: they run into each other where most of a line is covered.
  const collide = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.4 * Math.min(a.height, b.height);

  return {
    cut: [...document.querySelectorAll("body *")].filter((element) => !visible(element)
      && !element.closest(SCROLLED) && element.tagName !== "IMG"
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)).map(short),
    outsideWindow: pieces.filter(({ box }) => box.left < -0.5 || box.right > innerWidth + 0.5)
      .map(({ element }) => short(element)),
    outsideBox: pieces.filter(({ block, box }) => {
      const around = block.getBoundingClientRect();
      return box.left < around.left - 1.5 || box.right > around.right + 1.5;
    }).map(({ element }) => short(element)),
    overlapping: onPage.flatMap((a, index) => onPage.slice(index + 1)
      .filter((b) => a.block !== b.block && collide(a.box, b.box))
      .map((b) => `${short(a.element)} | ${short(b.element)}`)),
  };
}

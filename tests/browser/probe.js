// What no checker sees: judged in the page, returned as lists of offenders.
() => {
  const ARABIC = /[\u0620-\u064a\u066e-\u06d3\u06d5\u0750-\u077f]/g;
  const LATIN = /[A-Za-z\u00c0-\u024f]/g;
  const RTL = new Set(["ar", "ckb", "fa", "he", "ps", "ur"]);
  const short = (element) => `${element.tagName.toLowerCase()}: ${element.textContent.trim().slice(0, 50)}`;
  const count = (text, letters) => (text.match(letters) || []).length;
  const isRtl = (element) => RTL.has((element.closest("[lang]")?.lang || "").split("-")[0]);

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element.closest("script, style, code, pre")) texts.push([walker.currentNode.data, element]);
  }
  const blocks = [...document.querySelectorAll("p, li, td, th, h1, h2, h3, h4, dd, dt, figcaption, caption")];
  const leaves = blocks.filter((block) => !block.querySelector("p, li, td, th"));
  const all = [...document.querySelectorAll("body *")];

  return {
    unmarkedLanguage: texts.filter(([text, element]) => isRtl(element)
      ? /[A-Za-z][A-Za-z’'.-]*\s+[A-Za-z][A-Za-z’'.-]+/.test(text) : count(text.replace(/\S+\/\S*/g, ""), ARABIC) > 1)
      .map(([text, element]) => `${short(element)} | ${text.trim().slice(0, 60)}`),
    wrongDirection: leaves.filter((block) => {
      // Only what is in the block's own language: marked phrases have a direction of their own.
      const own = texts.filter(([, element]) => block.contains(element)
        && element.closest("[dir]") === block.closest("[dir]")).map(([text]) => text).join(" ");
      const [arabic, latin] = [count(own, ARABIC), count(own, LATIN)];
      const direction = getComputedStyle(block).direction;
      return arabic + latin > 12 && (direction === "ltr" ? arabic > 2 * latin : latin > 2 * arabic);
    }).map(short),
    directionByStyle: all.filter((element) => element.tagName !== "BDI" && !element.hasAttribute("dir")
      && getComputedStyle(element).direction !== getComputedStyle(element.parentElement).direction).map(short),
    notIsolated: all.filter((element) => element.hasAttribute("dir")
      && getComputedStyle(element).display === "inline"
      && !/isolate|plaintext/.test(getComputedStyle(element).unicodeBidi)).map(short),
    embeddings: texts.filter(([text]) => /[\u202a-\u202e]/.test(text)).map(([text]) => text),
    presentationForms: texts.filter(([text]) => /[\ufb50-\ufd3d\ufd40-\ufdfb\ufdfd-\ufdff\ufe70-\ufefc]/.test(text))
      .map(([text]) => text),
    spacedArabic: texts.filter(([text, element]) => count(text, ARABIC)
      && !["normal", "0px"].includes(getComputedStyle(element).letterSpacing)).map(([text]) => text),
    slantedArabic: texts.filter(([text, element]) => count(text, ARABIC)
      && getComputedStyle(element).fontStyle !== "normal").map(([text]) => text),
    tightLines: leaves.filter((block) => block.tagName === "P" && !block.closest(".pullquote, .publication"))
      .filter((block) => parseFloat(getComputedStyle(block).lineHeight)
        < 1.4 * parseFloat(getComputedStyle(block).fontSize)).map(short),
    wideContent: document.scrollingElement.scrollWidth > innerWidth
      ? all.filter((element) => !element.closest(".scroll, .visually-hidden")
        && (element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1))
        .map(short).slice(0, 5) : [],
    smallTargets: [...document.querySelectorAll("a[href]")].filter((link) => {
      const box = link.getBoundingClientRect();
      return getComputedStyle(link).display !== "inline" && box.width && (box.width < 24 || box.height < 24);
    }).map(short),
    unnamedTables: [...document.querySelectorAll("table")].filter((table) => !table.caption
      && !table.closest("[aria-label]")).map(short),
    latinDigits: [...document.querySelectorAll("time, .dates, .footnote-ref")].filter((element) => isRtl(element)
      && /[0-9]/.test(element.textContent)).map(short),
  };
}

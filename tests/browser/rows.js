// What no checker sees: one function for each row of docs/accessibility.md, by its number.
// Each returns its offenders; (numbers) => {number: offenders}.
(numbers) => {
  const ARABIC = /[\u0620-\u064a\u066e-\u06d3\u06d5\u0750-\u077f]/g;
  const LATIN = /[A-Za-z\u00c0-\u024f]/g;
  const PHRASE = /[A-Za-z][A-Za-z’'.-]*\s+[A-Za-z][A-Za-z’'.-]+/;
  const DIGIT = "[0-9\u06f0-\u06f9]";
  // Tokens whose characters stand from left to right in either direction.
  const TOKEN = new RegExp([
    "C\\+\\+", "[CF]#", "[A-Z]+/\\d{4}/\\d+(?:/[\\w.]+)?", `\\+${DIGIT}{2}(?: ${DIGIT}{3}){3}`,
    `${DIGIT}+(?:[.,:/\u066b\u066c]${DIGIT}+)*%?`,
  ].join("|"), "g");
  const VERSION = /\d+(\.\d+){2,}/g;
  const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/;
  const RTL = new Set(["ar", "ckb", "fa", "he", "ps", "ur"]);
  const ATTRIBUTES = ["title", "alt", "aria-label"];
  const NAVIGATION = "nav, .skip-link, .latest, .related, .footnote-back, .download, .colophon";
  const RUNNING = ".body p, .body li, .body dd, .footnotes li, .standfirst";

  const select = (selector) => [...document.querySelectorAll(selector)];
  const short = (element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 50)}`;
  const style = (element, pseudo) => getComputedStyle(element, pseudo);
  const count = (text, letters) => (text.match(letters) || []).length;
  const language = (element) => element.closest("[lang]")?.lang || "";
  const isRtl = (element) => RTL.has(language(element).split("-")[0]);
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  // An isolate within an attribute is the only mark that another language can have there.
  const own = (text) => text.replace(/[\u2066-\u2068].*?\u2069/gs, "");
  const foreign = (text, element) => isRtl(element) ? PHRASE.test(own(text))
    : count(own(text).replace(/\S+\/\S*/g, ""), ARABIC) > 1;

  const all = select("body *");
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && !element.closest("script, style")) texts.push([walker.currentNode, element]);
  }
  const words = texts.filter(([, element]) => !element.closest("code, pre"));
  const leaves = select("p, li, td, th, h1, h2, h3, h4, dd, dt, figcaption, caption")
    .filter((block) => !block.querySelector("p, li, td, th"));
  const told = ([node, element]) => `${short(element)} | ${node.data.trim().slice(0, 60)}`;
  const attributes = all.flatMap((element) => ATTRIBUTES.filter((name) => element.getAttribute(name))
    .map((name) => [element, element.getAttribute(name)]));

  const isLarge = (element) => parseFloat(style(element).fontSize) >= (style(element).fontWeight >= 700 ? 18.66 : 24);

  // The boxes of a text's characters.
  const boxes = (node, start, length) => Array.from({ length }, (_, index) => {
    const range = document.createRange();
    range.setStart(node, start + index);
    range.setEnd(node, start + index + 1);
    return range.getBoundingClientRect();
  }).filter((box) => box.width);
  const ascends = (places) => places.every((box, index) => {
    const before = places[index - 1];
    return !before || before.bottom <= box.top + 1 || before.left <= box.left + 0.5;
  });
  const beside = (a, b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const marks = (link) => {
    const { fontWeight, textDecorationLine, borderBlockEndStyle, borderBlockEndWidth } = style(link);
    return [fontWeight >= 600, textDecorationLine, borderBlockEndStyle, borderBlockEndWidth].join();
  };

  const rows = {
    // Language of parts: each phrase in the other script has its own lang and dir.
    1: () => [
      ...words.filter(([node, element]) => foreign(node.data, element)).map(told),
      ...words.map(([, element]) => element.closest("[lang]")).filter((part) => isRtl(part) !== (style(part).direction === "rtl")).map(short),
    ],
    // Direction of blocks: that of most letters; marked phrases have a direction of their own.
    2: () => leaves.filter((block) => {
      const mine = words.filter(([, element]) => block.contains(element)
        && element.closest("[dir]") === block.closest("[dir]")).map(([node]) => node.data).join(" ");
      const [arabic, latin] = [count(mine, ARABIC), count(mine, LATIN)];
      return arabic + latin > 12 && (style(block).direction === "ltr" ? arabic > 2 * latin : latin > 2 * arabic);
    }).map(short),
    // Direction by dir, never by style alone.
    3: () => all.filter((element) => element.tagName !== "BDI" && !element.hasAttribute("dir")
      && style(element).direction !== style(element.parentElement).direction).map(short),
    // Inline elements of the other direction isolate.
    4: () => all.filter((element) => element.hasAttribute("dir") && style(element).display === "inline"
      && !/isolate|plaintext/.test(style(element).unicodeBidi)).map(short),
    // No embeddings, overrides or presentation forms.
    5: () => texts.filter(([node]) => /[\u202a-\u202e\ufb50-\ufd3d\ufd40-\ufdfb\ufdfd-\ufdff\ufe70-\ufefc]/.test(node.data)).map(told),
    // Visual order of tokens, and of the Persian per cent sign: to the left of its digits.
    6: () => texts.filter(([, element]) => isShown(element)).flatMap(([node, element], index) => [
      ...[...node.data.matchAll(TOKEN)].filter((token) => !ascends(boxes(node, token.index, token[0].length))),
      ...[...node.data.matchAll(/\u066a/g)].filter((sign) => {
        const [before, at] = sign.index ? [node, sign.index - 1] : [texts[index - 1][0], texts[index - 1][0].length - 1];
        const pair = [...boxes(node, sign.index, 1), ...boxes(before, at, 1)];
        return isRtl(element) && /[\u06f0-\u06f9]/.test(before.data[at]) && !ascends(pair);
      }),
    ].map((token) => `${short(element)} | ${token[0]}`)),
    // Arabic script is not letter-spaced.
    7: () => texts.filter(([node, element]) => count(node.data, ARABIC) && !["normal", "0px"].includes(style(element).letterSpacing)).map(told),
    // Arabic script is not slanted.
    8: () => texts.filter(([node, element]) => count(node.data, ARABIC) && style(element).fontStyle !== "normal").map(told),
    // Line height of running text: 1.5, of naskh 1.7.
    9: () => select(RUNNING).filter((block) => !block.closest(".pullquote")
      && parseFloat(style(block).lineHeight) < (isRtl(block) ? 1.7 : 1.5) * parseFloat(style(block).fontSize) - 0.1).map(short),
    // Digits and signs of the language; machine-readable moments.  English prose may cite native digits.
    12: () => [
      ...words.filter(([node, element]) => !element.closest("bdi, a[dir]")
        && (isRtl(element) ? /[0-9%]/.test(node.data.replace(VERSION, "")) : !element.closest(".body, .footnotes") && /[\u0660-\u066c\u06f0-\u06f9]/.test(node.data))).map(told),
      ...select("time").filter((time) => !ISO.test(time.dateTime)).map(short),
    ],
    // A link to a translation has its language, and words in it.
    13: () => select("a[hreflang]").filter((link) => link.hreflang !== language(link)
      || (isRtl(link) ? count(link.textContent, LATIN) : count(link.textContent, ARABIC))).map(short),
    // Attributes are in the language of their element.
    14: () => attributes.filter(([element, value]) => foreign(value, element)
      || (isRtl(element) ? count(own(value), ARABIC) < count(own(value), LATIN) : count(own(value), LATIN) < count(own(value), ARABIC)))
      .map(([element, value]) => `${short(element)} | ${value}`),
    // The title: of what the page is about, and in its language unless the article has another.
    15: () => {
      const heading = document.querySelector("h1");
      const isOwn = language(heading) === document.documentElement.lang;
      const arabic = count(document.title, ARABIC) > count(document.title, LATIN);
      const isAbout = document.title.includes(heading.firstChild.textContent.trim().slice(0, 12));
      return !isAbout || (isOwn && arabic !== isRtl(document.documentElement)) ? [document.title] : [];
    },
    // Zooming is free.
    16: () => {
      const viewport = document.querySelector("meta[name=viewport]")?.content || "none";
      return !/width=device-width/.test(viewport) || /user-scalable|maximum-scale/.test(viewport) ? [viewport] : [];
    },
    // No scrolling in two dimensions; what is wider scrolls in a named region with focus.
    17: () => [
      ...(document.scrollingElement.scrollWidth > innerWidth ? all.filter((element) => !element.closest(".scroll, .visually-hidden")
        && (element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1)) : []),
      ...all.filter((element) => /auto|scroll/.test(style(element).overflowX) && element.scrollWidth > element.clientWidth + 1
        && !(element.tabIndex === 0 && element.role === "region" && element.ariaLabel)),
    ].map(short),
    // Targets of 24 pixels; a link within a line may be as low as the line.
    20: () => select("a[href], button, summary, input").filter((target) => {
      const box = target.getBoundingClientRect();
      return style(target).display !== "inline" && box.width && (box.width < 24 || box.height < 24);
    }).map(short),
    // A footnote's call leads to the note and the note back; their names differ.
    25: () => select(".footnote-ref a, .footnote-back").filter((link, _index, links) => {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      const back = target?.matches("li") ? target.querySelector(`.footnote-back[href="#${link.id}"]`) : target;
      const name = (one) => one.ariaLabel || one.textContent;
      return !back || links.some((other) => other !== link && name(other) === name(link));
    }).map(short),
    // In forced colours nothing opts out, or is told by a colour or a background alone.
    26: () => [
      ...all.filter((element) => style(element).forcedColorAdjust === "none"),
      ...all.filter((element) => style(element).backgroundImage !== "none" && !element.textContent.trim()
        && style(element).borderBlockStartStyle === "none"),
      ...select("a[aria-current]").filter((link) => [...link.closest("ul").querySelectorAll("a:not([aria-current])")]
        .some((other) => marks(other) === marks(link))),
    ].map(short),
    // Nothing moves where motion is unwelcome.
    27: () => [
      ...document.getAnimations().map((animation) => short(animation.effect.target)),
      ...all.filter((element) => Math.max(...style(element).transitionDuration.split(",").map(parseFloat)) > 0.01).map(short),
      ...(style(document.documentElement).scrollBehavior === "smooth" ? ["smooth scrolling"] : []),
    ],
    // Contrast of 4.5, of large letters 3, in either scheme.
    28: () => texts.filter(([, element]) => isShown(element)
      && colours.contrast(style(element).color, colours.behind(element)) < (isLarge(element) ? 3 : 4.5)).map(told),
    // Links within text are underlined.
    29: () => select(".body a[href], .footnotes li a[href], figcaption a[href]").filter((link) => !link.closest("sup, .footnote-back")
      && !style(link).textDecorationLine.includes("underline")).map(short),
    // On paper all content is there, and the addresses of links.
    30: () => [
      ...texts.filter(([, element]) => !isShown(element) && !element.closest(NAVIGATION)).map(told),
      ...select(":is(.body, .footnotes, .source) a[href^=http]").filter((link) => !style(link, "::after").content.includes(link.getAttribute("href"))
        && link.textContent.trim() !== link.getAttribute("href")).map(short),
    ],
    // Tables have a caption, headings with a scope, and columns in the direction of the table.
    31: () => select("table").filter((table) => {
      const [first, second] = [...table.rows[0].cells].map((cell) => cell.getBoundingClientRect());
      const mirrored = !second || (isRtl(table) ? first.left > second.left : first.left < second.left);
      return !table.caption?.textContent.trim() || table.querySelector("th:not([scope])") || !mirrored;
    }).map(short),
    // The description of a picture does not repeat its caption.
    32: () => select("figure").filter((figure) => {
      const [alt, caption] = [figure.querySelector("img")?.alt, figure.querySelector(".caption")?.textContent.trim()];
      return alt && caption && (alt.includes(caption) || caption.includes(alt));
    }).map(short),
    // The order of the document is that of reading, in columns from the side where lines begin;
    // landmarks of a kind are told apart by their names.
    33: () => {
      const blocks = all.filter((element) => !/^(IMG|FIGURE|PICTURE)$/.test(element.tagName) && isShown(element)
        && /flex|grid/.test(style(element.parentElement).display) && !element.matches(".skip-link"));
      const names = select("nav, aside:not([role]), [role=region]").map((landmark) => landmark.tagName
        + (landmark.ariaLabel || landmark.ariaLabelledByElements?.map((part) => part.textContent).join(" ") || ""));
      return [
        ...blocks.filter((block) => style(block).order !== "0").map(short),
        ...blocks.filter((block) => {
          const before = blocks[blocks.indexOf(block) - 1];
          const next = before?.parentElement === block.parentElement ? before : null;
          const [a, b] = [next, block].map((part) => part?.getBoundingClientRect());
          return a && beside(a, b) && (isRtl(block.parentElement) ? a.right < b.right : a.left > b.left);
        }).map(short),
        ...select("[aria-owns], [aria-flowto]").map(short),
        ...names.filter((name, index) => /^(NAV|ASIDE|DIV)$/.test(name) || names.indexOf(name) !== index),
      ];
    },
  };
  return Object.fromEntries(numbers.map((number) => [number, rows[number]()]));
}

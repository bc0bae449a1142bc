// How far two colours are apart, for the scripts that judge a page.
globalThis.colours = {
  channels: (colour) => colour.match(/[\d.]+/g).map(Number),
  // Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
  luminance: (colour) => colours.channels(colour).slice(0, 3)
    .map((value) => value / 255)
    .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0),
  contrast: (...pair) => {
    const [dark, light] = pair.map(colours.luminance).sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  },
  // The colour that is seen behind an element.
  behind: (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    if (colours.channels(colour)[3] !== 0) return colour;
    return element.parentElement ? colours.behind(element.parentElement) : "rgb(255, 255, 255)";
  },
};

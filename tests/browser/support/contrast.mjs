// The contrast of two colours (WCAG 2.2), from 1 to 21.

/** The channels of a colour. @param {string} color  as `rgb(0, 0, 0)` */
export const rgb = (color) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/** The relative luminance of a colour. @param {number[]} rgb  each from 0 to 255 */
export const luminance = (rgb) => {
  const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** @param {number[]} a @param {number[]} b */
export const contrast = (a, b) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

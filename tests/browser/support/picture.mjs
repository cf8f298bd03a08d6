// Screenshots, and the small pictures that they are compared with.
import { PNG } from 'pngjs';

/** @typedef {{ width: number, height: number, data: Uint8Array }} Picture  three bytes a pixel: red, green, blue */

/** @param {Buffer} png @returns {Picture} */
export function decode(png) {
  const { width, height, data } = PNG.sync.read(png);
  return { width, height, data: data.filter((_, index) => index % 4 < 3) };
}

/** @param {Picture} picture @returns {Buffer} */
export function encode({ width, height, data }) {
  const png = new PNG({ width, height });
  for (let pixel = 0; pixel < width * height; pixel++) png.data.set([...data.subarray(pixel * 3, pixel * 3 + 3), 255], pixel * 4);
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}

/**
 * A picture of the means of squares, in steps of four: small, and stable against small differences of pixels.
 * @param {Picture} picture @param {number} side  of a square, in pixels
 * @returns {Picture}
 */
export function shrink({ width, height, data }, side) {
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const small = new Uint8Array(columns * rows * 3);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const sums = [0, 0, 0];
      let count = 0;
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y++) {
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x++, count++) {
          for (let channel = 0; channel < 3; channel++) sums[channel] += data[(y * width + x) * 3 + channel];
        }
      }
      for (let channel = 0; channel < 3; channel++) small[(row * columns + column) * 3 + channel] = Math.min(252, Math.round(sums[channel] / count / 4) * 4);
    }
  }
  return { width: columns, height: rows, data: small };
}

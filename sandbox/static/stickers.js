// Stickers, drawn here from the faces that the machine has.

import { h } from "./dom.js";

export const STICKERS = ["👍", "🙏", "😂", "😢", "😴", "😡", "🐸", "🎉"];

const SIZE = 512; // pixels, as Telegram wants them

export function drawSticker(emoji) {
  const canvas = h("canvas", { width: SIZE, height: SIZE });
  const pen = canvas.getContext("2d");
  Object.assign(pen, { font: `${SIZE * 0.78}px faces, sans-serif`, textAlign: "center", textBaseline: "middle" });
  pen.fillText(emoji, SIZE / 2, SIZE * 0.54);
  return new Promise((done) => { canvas.toBlob(done, "image/webp"); });
}

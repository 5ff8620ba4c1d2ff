// A voice without anybody speaking: a murmur of syllables, made here and small.

const RATE = 8000; // samples a second, of 16 bits
const SYLLABLE = 0.22; // seconds

export function sampleVoice(seconds) {
  const count = seconds * RATE;
  const view = new DataView(new ArrayBuffer(44 + 2 * count));
  header(view, 2 * count);
  for (let index = 0; index < count; index += 1) view.setInt16(44 + 2 * index, murmur(index / RATE) * 9000, true);
  return new Blob([view], { type: "audio/wav" });
}

/** Between -1 and 1: a voice that goes up and down, with a rest after every few syllables. */
function murmur(at) {
  const syllable = Math.floor(at / SYLLABLE);
  if (syllable % 7 === 6) return 0;
  const pitch = 120 + 25 * Math.sin(syllable * 1.7);
  const swell = Math.sin((Math.PI * (at % SYLLABLE)) / SYLLABLE) ** 2;
  const tone = (times) => Math.sin(2 * Math.PI * pitch * times * at) / times;
  return (swell * (tone(1) + tone(2) + tone(3))) / 1.9;
}

function header(view, length) {
  const letters = (at, text) => [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  letters(0, "RIFF");
  view.setUint32(4, 36 + length, true);
  letters(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // plain samples
  view.setUint16(22, 1, true); // of one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, 2 * RATE, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  letters(36, "data");
  view.setUint32(40, length, true);
}

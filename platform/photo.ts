const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP15 = 0xef;
const COMMENT = 0xfe;
/** Colours look wrong without these; what else programs and cameras add tells of the maker, the moment and the place. */
const KEPT_OF_PROGRAMS: Readonly<Record<number, string>> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' };
const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION = 0x0112;

/**
 * A JPEG with the picture and nothing that tells where, when and with what it was taken, and nothing behind its end; only how it is
 * turned stays. null when it is no JPEG all through.
 */
export function bareJpeg(file: Buffer): Buffer | null {
  const kept: Buffer[] = [file.subarray(0, 2)];
  let turned = 1;
  let at = 2;
  let hasPixels = false;
  for (;;) {
    while (file[at] === 0xff && file[at + 1] === 0xff) at += 1;
    const marker = file[at] === 0xff ? file[at + 1] : undefined;
    // Some cameras leave the end out.
    if (marker === EOI || (hasPixels && at >= file.length))
      return Buffer.concat([...withTurn(kept, turned), Buffer.from([0xff, EOI])]);
    if (marker === undefined || marker === 0 || marker === SOI) return null;
    hasPixels ||= marker === SOS;
    const end = endOfSegment(file, at, marker);
    if (end === null) return null;
    const segment = file.subarray(at, end);
    if (marker === APP1) turned = turnOf(segment) ?? turned;
    if (isOfThePicture(marker, segment)) kept.push(segment);
    at = end;
  }
}

/** Where the next marker is: behind the length of a segment, and behind the pixels that follow the start of a scan. */
function endOfSegment(file: Buffer, at: number, marker: number): number | null {
  if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) return at + 2;
  if (at + 4 > file.length) return null;
  const length = file.readUInt16BE(at + 2);
  let end = at + 2 + length;
  if (length < 2 || end > file.length) return null;
  if (marker !== SOS) return end;
  for (;;) {
    end = file.indexOf(0xff, end);
    if (end === -1) return file.length;
    const next = file[end + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return end;
    end += 2;
  }
}

/** The markers that say how large the picture is; three in their midst are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** For how many pixels whoever opens a whole JPEG makes room. */
export function pixelsOfJpeg(file: Buffer): number {
  let pixels = 0;
  for (let at = 2; at + 4 <= file.length;) {
    const marker = file[at + 1] ?? EOI;
    const end = file[at] === 0xff && marker !== EOI ? endOfSegment(file, at, marker) : null;
    if (end === null) break;
    if (isFrame(marker) && end - at >= 9)
      pixels = Math.max(pixels, file.readUInt16BE(at + 5) * file.readUInt16BE(at + 7));
    at = end;
  }
  return pixels;
}

/** The same of a whole PNG. */
export function pixelsOfPng(file: Buffer): number {
  return file.readUInt32BE(PNG_HEAD + 8) * file.readUInt32BE(PNG_HEAD + 12);
}

function isOfThePicture(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  const word = KEPT_OF_PROGRAMS[marker];
  return word !== undefined && segment.toString('latin1', 4, 4 + word.length) === word;
}

/** Of 1 (upright) to 8, what Exif says of how a picture is turned; undefined when it does not. */
function turnOf(segment: Buffer): number | undefined {
  const tiff = segment.subarray(4 + EXIF.length);
  if (!segment.subarray(4, 4 + EXIF.length).equals(EXIF) || tiff.length < 8) return undefined;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const uint16 = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return undefined;
  for (let entry = first + 2, left = uint16(first); left > 0 && entry + 12 <= tiff.length; entry += 12, left -= 1)
    if (uint16(entry) === ORIENTATION) return uint16(entry + 8);
  return undefined;
}

/** The segments, with an Exif of one line behind the first when the picture is turned. */
function withTurn([begin = Buffer.alloc(0), ...rest]: readonly Buffer[], turned: number): Buffer[] {
  if (turned < 2 || turned > 8) return [begin, ...rest];
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(turned, 18);
  const length = Buffer.from([0, 2 + EXIF.length + tiff.length]);
  return [begin, Buffer.from([0xff, APP1]), length, EXIF, tiff, ...rest];
}

const PNG_HEAD = 8;
/** The length and the name of the chunk that comes first, and says how large the picture is. */
const FIRST_CHUNK = Buffer.from('0000000d49484452', 'hex');
/** What of a PNG changes how it looks, beside the chunks that every reader must know; those begin with a capital. */
const LOOKS = ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'];

/** The same of a PNG: texts, moments and places go, and what stands behind its end. null when it is no PNG all through. */
export function barePng(file: Buffer): Buffer | null {
  if (!file.subarray(PNG_HEAD, PNG_HEAD + FIRST_CHUNK.length).equals(FIRST_CHUNK)) return null;
  const kept: Buffer[] = [file.subarray(0, PNG_HEAD)];
  for (let at = PNG_HEAD; at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return null;
    const name = file.toString('latin1', at + 4, at + 8);
    if (/^[A-Z]/.test(name) || LOOKS.includes(name)) kept.push(file.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}

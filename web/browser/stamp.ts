// Draws scripts that the built-in typefaces lack with the system's fonts; see web/ui/writing.hpp.
import {bytesForNative} from './native';

const canvas = document.createElement('canvas');
const context = canvas.getContext('2d', {willReadFrequently: true})!;
const headSize = 20; // width, height, left, top, advance
const widest = 2000; // device pixels

/** Memory for the program with the picture's measures and its coverage, one byte per pixel. */
export function stamp(text: string, weight: number, pixels: number): number {
    const font = `${weight} ${pixels}px system-ui, sans-serif`;
    context.font = font;
    const size = context.measureText(text);
    const left = Math.ceil(size.actualBoundingBoxLeft) + 1;
    const top = Math.ceil(size.actualBoundingBoxAscent) + 1;
    const width = Math.min(left + Math.ceil(size.actualBoundingBoxRight) + 1, widest);
    const height = top + Math.ceil(size.actualBoundingBoxDescent) + 1;
    canvas.width = Math.max(width, 1);
    canvas.height = Math.max(height, 1);
    context.font = font; // resizing the canvas resets the font
    context.fillText(text, left, top);
    const {data} = context.getImageData(0, 0, canvas.width, canvas.height);
    const packed = new Uint8Array(headSize + data.length / 4);
    const head = new DataView(packed.buffer);
    [canvas.width, canvas.height, -left, -top, size.width].forEach((number, i) =>
        head.setFloat32(i * 4, number, true));
    for (let i = 0; i < data.length / 4; ++i) packed[headSize + i] = data[i * 4 + 3]!;
    return bytesForNative(packed);
}

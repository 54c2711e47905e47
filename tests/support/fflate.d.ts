// What a plan's Word file takes from fflate: a text as bytes, and files as a zip.
export function strToU8(text: string): Uint8Array<ArrayBuffer>;
export function zipSync(files: Record<string, Uint8Array>, options: { mtime: Date; level: number }): Uint8Array<ArrayBuffer>;

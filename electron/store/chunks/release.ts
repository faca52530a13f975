const worthwhileBytes = 65_536;

/**
 * Gives a large buffer's memory back now instead of when the collector comes by; the buffer is empty afterwards. A
 * buffer that shares its memory with others is left alone.
 */
export function release(bytes: Uint8Array): void {
  const { buffer, byteLength } = bytes;
  if (!(buffer instanceof ArrayBuffer) || byteLength < worthwhileBytes) return;
  if (byteLength === buffer.byteLength) buffer.transfer(0);
}

type Surface = { canvas: OffscreenCanvas | null; context: OffscreenCanvasRenderingContext2D | null };

/** Pixels one drawing surface may have; what a PDF wants beyond is not drawn. */
const mostPixels = 25_000_000;

/** Makes the drawing surfaces pdf.js asks for, in a worker, where there is no document. */
export class WorkerCanvases {
  create(width: number, height: number): Surface {
    if (!(width > 0 && height > 0) || width * height > mostPixels) throw new Error('canvas size');
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  }
  reset({ canvas }: Surface, width: number, height: number): void {
    if (canvas === null || !(width > 0 && height > 0) || width * height > mostPixels) throw new Error('canvas size');
    canvas.width = width;
    canvas.height = height;
  }
  destroy(surface: Surface): void {
    if (surface.canvas !== null) surface.canvas.width = 0;
    surface.canvas = null;
    surface.context = null;
  }
  getNoAlphaContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D | null {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  }
}

/** Filters are SVG in a document, which a worker has not: a drawing that wants one is drawn without. */
export class NoFilters {
  addFilter = (): string => 'none';
  addHCMFilter = (): string => 'none';
  addAlphaFilter = (): string => 'none';
  addLuminosityFilter = (): string => 'none';
  addKnockoutFilter = (): string => 'none';
  addHighlightHCMFilter = (): string => 'none';
  addSelectionHCMFilter = (): string => 'none';
  addSelectionFilter = (): string => 'none';
  createSelectionStyle = (): null => null;
  destroy = (): void => undefined;
}

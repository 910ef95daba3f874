import { readSketch } from './sketch-text';

/**
 * A sketch as an SVG that stands on its own: light, its letters inside, nothing fetched.
 * Loads the pad's code; an empty or broken sketch is an empty text.
 */
export async function sketchToSvg(value: string): Promise<string> {
  const elements = readSketch(value);
  if (!elements?.length) return '';
  const { exportToSvg, restoreElements } = await import('@excalidraw/excalidraw');
  const svg = await exportToSvg({
    elements: restoreElements(elements as never, null).filter(
      ({ isDeleted }) => !isDeleted,
    ) as never,
    appState: { exportBackground: false, exportWithDarkMode: false },
    files: null,
  });
  svg.querySelector('metadata')?.remove();
  return svg.outerHTML;
}

import * as v from 'valibot';

/** What a sketch may hold as text: about two thousand strokes. */
export const MOST = 500_000; // characters

const number = v.pipe(v.number(), v.finite(), v.minValue(-1e7), v.maxValue(1e7));
const short = v.pipe(v.string(), v.maxLength(100));
/** Never `url(…)`: a picture made of the sketch would fetch it. */
const colour = v.pipe(v.string(), v.regex(/^(#[\da-f]{3,8}|[a-z]{1,30})$/i));
const point = v.looseTuple([number, number]);
const binding = v.nullish(
  v.object({
    elementId: short,
    focus: v.optional(number),
    gap: v.optional(number),
    fixedPoint: v.nullish(point),
  }),
);
const arrowhead = v.nullish(short);

/** What every element has, and every field of it that is taken over: links, among others, are not. */
const common = {
  id: short,
  x: number,
  y: number,
  width: number,
  height: number,
  angle: v.optional(number),
  strokeColor: v.optional(colour),
  backgroundColor: v.optional(colour),
  fillStyle: v.optional(short),
  strokeWidth: v.optional(v.pipe(number, v.minValue(0), v.maxValue(100))),
  strokeStyle: v.optional(short),
  roughness: v.optional(v.pipe(number, v.minValue(0), v.maxValue(10))),
  opacity: v.optional(v.pipe(number, v.minValue(0), v.maxValue(100))),
  roundness: v.nullish(v.object({ type: number, value: v.optional(number) })),
  seed: v.optional(v.pipe(v.number(), v.safeInteger())),
  version: v.optional(v.pipe(v.number(), v.safeInteger())),
  versionNonce: v.optional(v.pipe(v.number(), v.safeInteger())),
  index: v.nullish(short),
  groupIds: v.optional(v.array(short)),
  frameId: v.nullish(short),
  boundElements: v.nullish(v.array(v.object({ id: short, type: v.picklist(['arrow', 'text']) }))),
  locked: v.optional(v.boolean()),
};

const line = {
  ...common,
  points: v.pipe(v.array(point), v.minLength(1)),
  startBinding: binding,
  endBinding: binding,
  startArrowhead: arrowhead,
  endArrowhead: arrowhead,
};

const element = v.variant('type', [
  v.object({ type: v.picklist(['rectangle', 'diamond', 'ellipse']), ...common }),
  v.object({ type: v.literal('frame'), name: v.nullish(short), ...common }),
  v.object({ type: v.literal('line'), ...line }),
  v.object({ type: v.literal('arrow'), elbowed: v.optional(v.boolean()), ...line }),
  v.object({
    type: v.literal('freedraw'),
    points: v.array(point),
    pressures: v.optional(v.array(number)),
    simulatePressure: v.optional(v.boolean()),
    ...common,
  }),
  v.object({
    type: v.literal('text'),
    text: v.string(),
    originalText: v.optional(v.string()),
    fontSize: v.optional(v.pipe(number, v.minValue(1), v.maxValue(1000))),
    fontFamily: v.optional(v.fallback(v.picklist([5, 6, 7, 8]), 6)),
    textAlign: v.optional(short),
    verticalAlign: v.optional(short),
    containerId: v.nullish(short),
    autoResize: v.optional(v.boolean()),
    lineHeight: v.optional(v.pipe(number, v.minValue(0.5), v.maxValue(5))),
    ...common,
  }),
]);

const file = v.object({ type: v.literal('excalidraw'), elements: v.array(v.unknown()) });
const KINDS = new Set(
  element.options.flatMap(({ entries: { type } }) =>
    'options' in type ? [...type.options] : [type.literal],
  ) as string[],
);

/** An element of a sketch, of a kind that a pad draws. */
export type SketchElement = v.InferOutput<typeof element>;

/** Whether a pad draws such elements: no pictures, no frames with foreign pages. */
export function isDrawn(type: unknown): boolean {
  return typeof type === 'string' && KINDS.has(type);
}

/**
 * What a stored text draws. Elements of other kinds are left out.
 * @returns null where the text is no sketch, is too long or has an element that cannot be drawn
 */
export function readSketch(text: string): SketchElement[] | null {
  if (text.length > MOST) return null;
  try {
    const { elements } = v.parse(file, JSON.parse(text));
    const drawn = elements.filter(one =>
      isDrawn((one as { type?: unknown } | null)?.type ?? 'none'),
    );
    // Something that is no element at all is damage; a picture is only left out.
    if (elements.some(one => typeof (one as { type?: unknown } | null)?.type !== 'string'))
      return null;
    return v.parse(v.array(element), drawn);
  } catch {
    return null;
  }
}

/** The text of a sketch, in the format of Excalidraw's files; what was erased is left out. */
export function writeSketch(elements: readonly { type: string; isDeleted?: boolean }[]): string {
  const drawn = elements
    .filter(({ type, isDeleted }) => isDrawn(type) && !isDeleted)
    .map(({ isDeleted: _, ...rest }) => ({
      ...rest,
      updated: undefined,
      link: undefined,
      customData: undefined,
    }));
  return JSON.stringify({ type: 'excalidraw', version: 2, source: 'scratchwork', elements: drawn });
}

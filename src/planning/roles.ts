/** What a role asks for beside what all are asked: items that must not be left out, by their ids. */
export interface Preset {
  readonly label: string;
  readonly mustDo: readonly string[];
}

const PRODUCTION = [
  'production/silent-degradation',
  'production/data-drift',
  'production/kinds-of-shift',
  'production/retraining-triggers',
  'production/training-serving-skew',
  'production/shadow-and-canary',
];

/** The presets. A design stands before the others of its kind where it is the first to be done. */
export const PRESETS = {
  generalist: {
    label: 'Machine-learning engineer, general',
    mustDo: [
      'design/payment-fraud',
      'design/video-recommendation',
      'design/marketplace-search',
      'design/inference-service',
      ...PRODUCTION,
    ],
  },
  product: {
    label: 'Data scientist, product and experiments',
    mustDo: [
      'code/ab-test',
      'experiment/ranking-ab-test',
      'experiment/when-not-to-test',
      'experiment/sample-size-and-duration',
      'experiment/shrinking-effect',
      'experiment/effects-by-segment',
      'plain-language/inconclusive-ab-test',
      'case/auc-overnight',
    ],
  },
  vision: {
    label: 'Vision and autonomy',
    mustDo: ['breadth/cnn-output-size', 'breadth/pooling-equivariance', 'breadth/object-detection'],
  },
  nlp: {
    label: 'Language and language models',
    mustDo: [
      'code/attention',
      'breadth/transformer-block',
      'breadth/word-embeddings',
      'breadth/llm-basics',
      'breadth/prompt-rag-fine-tune',
      'breadth/llm-evaluation',
      'design/document-assistant',
    ],
  },
  recsys: {
    label: 'Recommendation, search and ads',
    mustDo: [
      'design/marketplace-search',
      'design/video-recommendation',
      'design/ad-click-prediction',
      'depth/recommender-loops',
    ],
  },
  forecasting: {
    label: 'Forecasting',
    mustDo: ['breadth/forecasting-basics', 'design/delivery-time', 'code/cross-validation-splits'],
  },
  platform: {
    label: 'Platform and operations',
    mustDo: [
      'design/inference-service',
      'design/drift-platform',
      ...PRODUCTION,
      'production/late-labels',
      'production/one-model-dashboard',
    ],
  },
  robotics: {
    label: 'Robotics and reinforcement learning',
    mustDo: ['breadth/rl-basics'],
  },
} as const satisfies Record<string, Preset>;

export type Role = keyof typeof PRESETS;
export const ROLES = Object.keys(PRESETS) as Role[];

export const mustDoOf = (role: Role): readonly string[] => PRESETS[role].mustDo;

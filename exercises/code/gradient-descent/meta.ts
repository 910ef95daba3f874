import type { Meta } from '../../meta';

export default {
  title: 'Gradient descent',
  track: 'Optimisation',
  level: 'core',
  minutes: 25,
  requires: [],
  teaches: 'how a gradient, a learning rate and a stopping rule together find the bottom of a loss',
  source:
    'Augustin-Louis Cauchy, Méthode générale pour la résolution des systèmes d’équations simultanées, 1847',
} satisfies Meta;

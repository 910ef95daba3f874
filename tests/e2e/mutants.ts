import decisionTree from '../../exercises/code/decision-tree/grader';
import gradientDescent from '../../exercises/code/gradient-descent/grader';
import kMeans from '../../exercises/code/k-means/grader';
import logisticRegression from '../../exercises/code/logistic-regression/grader';

/** The named mistakes of each exercise. */
export const MUTANTS = {
  'gradient-descent': gradientDescent.mutants,
  'logistic-regression': logisticRegression.mutants,
  'k-means': kMeans.mutants,
  'decision-tree': decisionTree.mutants,
};

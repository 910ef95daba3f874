/** Imported for its effect by whatever shows a prompt: the looks of its formulas and its code. */
import 'katex/dist/katex.min.css';
import './typeset.css';

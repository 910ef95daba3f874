/*
 * The whole of mathjs, for the part that computes with plain numbers alone has no matrices: no inverse,
 * no eigenvalues, nothing that an exercise would want it for.
 */
export * from 'mathjs';

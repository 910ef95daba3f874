/** How long a submission may go without a new observation, and how long it may take in all, in ms. */
export const DEADLINE = 2_000;
export const BUDGET = 10_000;

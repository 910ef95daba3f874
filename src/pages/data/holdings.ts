/** What is stored. It comes when it is asked for: a page that is made ahead has no database. */
export const holdings = () => import('../../progress/transfer/holdings');

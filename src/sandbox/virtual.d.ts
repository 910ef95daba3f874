declare module 'virtual:sandbox' {
  /** The script of the sandboxed frame, to the byte. */
  export const FRAME_JS: string;
  /** 'sha256-…' of FRAME_JS, for both policies. */
  export const FRAME_HASH: string;
  /** The script of a sandbox worker. */
  export const WORKER_JS: string;
}

declare module '*?sandbox' {
  /** A grader as the text of a module that imports nothing and exports `boot`. */
  const code: string;
  export default code;
}

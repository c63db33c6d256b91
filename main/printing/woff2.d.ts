declare module '*.woff2?inline' {
  /** A data URI. */
  const data: string;
  export default data;
}

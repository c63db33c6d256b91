declare module 'lunr-languages/lunr.es.js' {
  const install: (target: unknown) => void;
  export default install;
}
declare module 'lunr-languages/lunr.stemmer.support.js' {
  const install: (target: unknown) => void;
  export default install;
}

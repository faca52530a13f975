/** The half of pdf.js that parses. Imported for its effect: it registers itself for the other half. */
declare module 'pdfjs-dist/build/pdf.worker.mjs';

/** The part of the package that we use; it brings no types. */
declare module 'qrcode' {
  interface Code {
    /** One byte a module, row by row; 1 is dark. */
    modules: { size: number; data: Uint8Array };
  }
  const library: { create(text: string, options?: { errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' }): Code };
  export default library;
}

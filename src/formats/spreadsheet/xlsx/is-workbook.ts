import type { SourceFile } from '../../format.ts';

/** Whether a file is a workbook as Excel, LibreOffice and Google's sheets write it: XLSX, XLSM or a template of one. */
export function isWorkbook({ name, bytes }: Pick<SourceFile, 'name' | 'bytes'>): boolean {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
  return isZip && /\.xl[st][xm]$/i.test(name);
}

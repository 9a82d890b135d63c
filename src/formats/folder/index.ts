import { type Format, joinResults, nothingRead } from '../format.ts';
import { allFiles, foldersOf, isFrameworkFile } from './files.ts';
import { readFolder } from './read.ts';

export { writeFolder } from './write.ts';

/** Cairn's own folder: `framework.yaml`, `themes/*.yaml`, `roles/*.md`, `guides/*.md`. */
export const folder: Format = {
  id: 'folder',
  label: "Cairn's own folder (framework.yaml)",
  recognises: isFrameworkFile,
  claims: (files) => foldersOf(files).flatMap(allFiles),
  read: (files) =>
    joinResults(
      foldersOf(files).map((found) => {
        const { framework, findings } = readFolder(found);
        return { ...nothingRead(), frameworks: framework === undefined ? [] : [framework], findings };
      }),
    ),
};

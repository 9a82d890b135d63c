import type { EvidenceFile } from '../../../domain/evidence.ts';
import { FileField, Token } from '../../../web/form.tsx';
import { Phrase } from '../../../web/text.tsx';
import { ACCEPTED, isPicture } from '../file-type.ts';
import { evidenceAddress, fileAddress } from './addresses.ts';
import type { Adding } from './own-props.ts';
import { RemoveButton } from './remove-button.tsx';

/** Pictures are shown; everything else is saved where it is opened. */
export function Files(props: { evidence: string; files: readonly EvidenceFile[]; removal?: Adding }) {
  const { evidence, files, removal } = props;
  return (
    <ul class="hanging files">
      {files.map(({ id, name, type, size }) => (
        <li key={id}>
          <a href={fileAddress(evidence, id)}>
            {isPicture(type) && <img src={fileAddress(evidence, id)} alt="" loading="lazy" />}
            <Phrase text={name} />
          </a>{' '}
          <span class="quiet">{sizeInWords(size)}</span>
          {removal !== undefined && (
            <RemoveButton removal={removal} part="files/removal" field="file" value={id} what={name} />
          )}
        </li>
      ))}
    </ul>
  );
}

export function AddFiles({ evidence, token, errors }: Adding) {
  const open = errors.some(({ field }) => field === 'files');
  return (
    <details class="fold adding" open={open}>
      <summary>Add files</summary>
      <form
        method="post"
        action={evidenceAddress(evidence, 'files')}
        enctype="multipart/form-data"
        data-largest
      >
        <Token token={token} />
        <FileField
          id="files"
          name="files"
          label="Files"
          hint="PNG, JPEG, PDF or plain text, 10 MB each and three at once. Photos keep what the camera wrote into them, such as the place."
          accept={ACCEPTED}
          multiple
          errors={errors}
        />
        <div class="buttons">
          <button type="submit" class="button second">
            Add files
          </button>
        </div>
      </form>
    </details>
  );
}

export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
